import { ExpansionPrint } from '#components/charts/expansion-print.tsx';
import { SlotTable } from '#components/charts/slot-table.tsx';
import { DeviceList } from '#components/devices/device-list.tsx';
import { type FlagItem, FlagList } from '#components/flags/flag-list.tsx';
import { PrintSheet } from '#components/ui/print-sheet.tsx';
import { Section } from '#components/ui/section.tsx';
import type { AdherenceCalendar } from '#lib/view/adherence-calendar.ts';
import type { CaseStep } from '#lib/view/case-steps.ts';
import type { DeviceRow } from '#lib/view/device-row.ts';
import type { ExpansionChart } from '#lib/view/expansion-chart.ts';
import type { ForecastLine } from '#lib/view/forecast-lines.ts';
import type { NextSlot } from '#lib/view/next-slot.ts';
import type { PatientBanner } from '#lib/view/patient-banner.ts';
import type { PhaseRuler } from '#lib/view/phase-ruler.ts';
import type { ProtocolSummary } from '#lib/view/protocol-summary.ts';
import { AdherenceCalendarView } from './adherence-calendar.tsx';
import { NextSteps } from './next-steps.tsx';
import { PatientBannerLine } from './patient-banner.tsx';
import { PhaseRulerLine } from './phase-ruler.tsx';
import { ProtocolInForce } from './protocol-in-force.tsx';

type CaseSheetProps = {
  banner: PatientBanner;
  detail: string;
  provenance: string;
  paper: 'a4' | 'letter';
  overview: {
    caseId: string;
    ruler: PhaseRuler | null;
    chart: ExpansionChart | null;
    chartSummary: string;
    flags: readonly FlagItem[];
    protocol: ProtocolSummary | null;
    forecast: readonly ForecastLine[];
    nextSlot: NextSlot | null;
    calendar: AdherenceCalendar | null;
    steps: readonly CaseStep[] | null;
    devices: readonly DeviceRow[];
  };
};

const LATEST_SLOTS = 14;

/** A case on paper, black on white. Who it is about and where it comes from stand on every page. */
export function CaseSheet({ banner, detail, provenance, paper, overview }: CaseSheetProps) {
  const { caseId, chart, calendar, protocol } = overview;
  const identity = (
    <>
      <PatientBannerLine banner={banner} as="p" />
      <p className="text-ink-muted text-sm">{detail}</p>
    </>
  );
  return (
    <div data-sheet="">
      <PrintSheet identity={identity} provenance={provenance} paper={paper}>
        <div className="grid gap-5">
          {overview.ruler && <PhaseRulerLine ruler={overview.ruler} />}
          {chart && (
            <Section title="Expansion" id="sheet-expansion" detail="since placement">
              <ExpansionPrint chart={chart} summary={overview.chartSummary} />
            </Section>
          )}
          <div data-print="together">
            <Section title="Devices" id="sheet-devices">
              <DeviceList caseId={caseId} devices={overview.devices} />
            </Section>
          </div>
          <Section title="Flags" id="sheet-flags" detail={String(overview.flags.length)}>
            <FlagList
              caseId={caseId}
              flags={overview.flags}
              mayDecide={false}
              staff={[]}
              isIncomplete={overview.steps !== null}
              isOnPaper
            />
          </Section>
          <div data-print="together">
            <Section title="What comes next" id="sheet-next">
              <NextSteps nextSlot={overview.nextSlot} forecast={overview.forecast} />
            </Section>
          </div>
          <div data-print="together">
            <Section
              title="Protocol in force"
              id="sheet-protocol"
              detail={protocol ? `v${protocol.version}` : undefined}
            >
              <ProtocolInForce caseId={caseId} protocol={protocol} />
            </Section>
          </div>
          {calendar && (
            <div data-print="together">
              <Section title="Adherence" id="sheet-adherence">
                <AdherenceCalendarView calendar={calendar} />
              </Section>
            </div>
          )}
          {chart && (
            <Section title="Latest slots" id="sheet-slots">
              <SlotTable readings={chart.readings.slice(-LATEST_SLOTS)} labels={chart.labels} />
            </Section>
          )}
        </div>
      </PrintSheet>
    </div>
  );
}

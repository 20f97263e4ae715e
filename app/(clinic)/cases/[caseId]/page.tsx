import { AdherenceCalendarView } from '#components/cases/adherence-calendar.tsx';
import { CaseAside } from '#components/cases/case-aside.tsx';
import { ExpansionSection } from '#components/cases/expansion-section.tsx';
import { PhaseRulerLine } from '#components/cases/phase-ruler.tsx';
import { ProtocolInForce } from '#components/cases/protocol-in-force.tsx';
import { DeviceList } from '#components/devices/device-list.tsx';
import { CaseStepList } from '#components/intake/case-step-list.tsx';
import { Section } from '#components/ui/section.tsx';
import { Static } from '#components/ui/static.tsx';
import { loadCaseOverview } from '#lib/loaders/load-case-overview.ts';

type CasePageProps = {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const text = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined);

export default async function CasePage({ params, searchParams }: CasePageProps) {
  const { device, span, view, flag } = await searchParams;
  const query = { device: text(device), span: text(span), view: text(view), flag: text(flag) };
  const page = await loadCaseOverview((await params).caseId, query);
  const { caseId, protocol, calendar } = page;
  return (
    <>
      {page.steps && <CaseStepList steps={page.steps} />}
      {page.ruler && (
        <Static>
          <PhaseRulerLine ruler={page.ruler} />
        </Static>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_21rem] lg:grid-rows-[auto_1fr]">
        <ExpansionSection
          caseId={caseId}
          chart={page.chart}
          summary={page.chartSummary}
          readingsHref={page.readingsHref}
          options={page.options}
          isTable={page.isTable}
        />
        <CaseAside
          caseId={caseId}
          flags={page.flags}
          mayDecide={page.mayDecide}
          staff={page.staff}
          isIncomplete={page.steps !== null}
          nextSlot={page.nextSlot}
          forecast={page.forecast}
        />
        <Static className="grid grid-cols-[minmax(0,1fr)] content-start gap-6">
          <Section title="Devices" id="devices">
            <DeviceList caseId={caseId} devices={page.devices} />
          </Section>
          <div className="grid gap-x-8 gap-y-6 xl:grid-cols-2">
            {calendar && (
              <Section title="Adherence" id="adherence">
                <AdherenceCalendarView calendar={calendar} />
              </Section>
            )}
            <Section
              title="Protocol in force"
              id="protocol"
              detail={protocol ? `v${protocol.version}` : undefined}
            >
              <ProtocolInForce caseId={caseId} protocol={protocol} />
            </Section>
          </div>
        </Static>
      </div>
    </>
  );
}

import type { ReactNode } from 'react';
import { Dated } from '#components/ui/dated.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { PrintSheet } from '#components/ui/print-sheet.tsx';
import { Section } from '#components/ui/section.tsx';
import type { PatientBanner } from '#lib/view/patient-banner.ts';
import type { LetterLine, SummaryLetter } from '#lib/view/summary-letter.ts';
import { PatientBannerLine } from './patient-banner.tsx';

type SummaryLetterSheetProps = {
  banner: PatientBanner;
  clinic: { name: string; phone: string | null };
  letter: SummaryLetter;
  provenance: string;
  paper: 'a4' | 'letter';
};

/** A case as a letter for whoever sees the child next. Whose it is stands on every page. */
export function SummaryLetterSheet({ banner, clinic, letter, provenance, paper }: SummaryLetterSheetProps) {
  const { standing, devices, removal, protocol, forecast, events } = letter;
  const identity = (
    <>
      <PatientBannerLine banner={banner} as="p" />
      <p className="text-ink-muted text-sm">
        {clinic.name}
        {clinic.phone === null ? '' : ` \u00b7 ${clinic.phone}`}
      </p>
    </>
  );
  return (
    <div data-sheet="" className="max-w-5xl">
      <PrintSheet identity={identity} provenance={provenance} paper={paper}>
        <div className="grid gap-5">
          <h2 className="font-semibold text-xl">Summary of the course</h2>
          <Lines id="standing" title="How it stands" lines={standing} />
          <Lines id="devices" title="Devices" lines={devices} />
          <Lines id="removal" title="Removal" lines={removal} />
          <Lines id="protocol" title="Protocol in force" lines={protocol} />
          <Lines id="forecast" title="What comes next" lines={forecast} />
          <Section id="events" title="What happened" detail={String(events.length)} level={3}>
            <ol className="divide-y divide-line">
              {events.map(({ key, when, title, detail }) => (
                <li
                  key={key}
                  data-print="together"
                  className="grid grid-cols-[8.5rem_minmax(0,1fr)] gap-4 py-1.5"
                >
                  <span className="text-ink-muted tabular-nums">{when}</span>
                  <span>
                    <Dated>{title}</Dated>
                    {detail ? (
                      <span className="block text-ink-muted">
                        <Dated>{detail}</Dated>
                      </span>
                    ) : null}
                  </span>
                </li>
              ))}
            </ol>
          </Section>
          <p data-print="together" className="pt-10">
            Signed: ______________________________ Name: ______________________ Date: ______________
          </p>
        </div>
      </PrintSheet>
    </div>
  );
}

function Lines({ id, title, lines }: { id: string; title: ReactNode; lines: readonly LetterLine[] }) {
  return lines.length === 0 ? null : (
    <div data-print="together">
      <Section id={id} title={title} level={3}>
        <DescriptionList items={lines} />
      </Section>
    </div>
  );
}

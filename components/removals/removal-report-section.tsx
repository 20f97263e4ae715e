import { Alert } from '#components/ui/alert.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { Section } from '#components/ui/section.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { KeptOpen, RemovalReportView } from '#lib/view/removal-report.ts';

type RemovalReportSectionProps = {
  caseId: string;
  report: RemovalReportView;
  /** What of the case is open still, or that nothing is; null: it is closed. */
  keptOpen: KeptOpen | null;
};

/** How the removal went, what was planned after it, and what keeps the case open. */
export function RemovalReportSection({ caseId, report, keptOpen }: RemovalReportSectionProps) {
  const { complications, complicationWords, visits } = report;
  return (
    <Section id="report" title="Removal done">
      <div className="grid gap-3">
        {keptOpen === null ? null : (
          <Alert level="info" title={keptOpen.title}>
            <p>
              {keptOpen.advice} <TextLink href={`/cases/${caseId}/patient#end`}>Patient</TextLink>.
            </p>
          </Alert>
        )}
        <DescriptionList
          className="max-w-3xl"
          items={[
            { term: 'When', value: report.when },
            { term: 'Findings', value: report.findings },
            { term: 'Stayed in', value: report.stayedIn },
            {
              term: 'Complications',
              value:
                complications.length === 0 ? (
                  (complicationWords ?? 'none said')
                ) : (
                  <ul>
                    {complications.map(({ id, words }) => (
                      <li key={id}>
                        <TextLink href={`/cases/${caseId}/complications#${id}`}>{words}</TextLink>
                      </li>
                    ))}
                  </ul>
                ),
            },
            {
              term: 'Visits planned',
              value:
                visits.length === 0 ? (
                  'none'
                ) : (
                  <ul>
                    {visits.map(({ id, day, purpose }) => (
                      <li key={id}>
                        {day}: {purpose}
                      </li>
                    ))}
                  </ul>
                ),
            },
          ]}
        />
      </div>
    </Section>
  );
}

import { DescriptionList } from '#components/ui/description-list.tsx';
import { Section } from '#components/ui/section.tsx';
import type { RemovalReportView } from '#lib/view/removal-report.ts';

/** How the removal went, and what was planned after it. */
export function RemovalReportSection({ report }: { report: RemovalReportView }) {
  const { visits } = report;
  return (
    <Section id="report" title="Removal done">
      <DescriptionList
        className="max-w-3xl"
        items={[
          { term: 'When', value: report.when },
          { term: 'Findings', value: report.findings },
          { term: 'Stayed in', value: report.stayedIn },
          { term: 'Complications', value: report.complications },
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
    </Section>
  );
}

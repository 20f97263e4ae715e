import { ExpansionPrint } from '#components/charts/expansion-print.tsx';
import { Dated } from '#components/ui/dated.tsx';
import { Table, TableScroll } from '#components/ui/table.tsx';
import type { CaseComparison } from '#lib/view/case-comparison.ts';
import type { SheetLanguage } from '#lib/view/sheet-language.ts';

type ComparisonViewProps = { comparison: CaseComparison; name: string };

/** What a change does: both curves, the figures before and after, flags, and the next sessions. */
export function ComparisonView({ comparison, name }: ComparisonViewProps) {
  const { chart, lines, flagsAppear, flagsVanish, flagsLater, sessions } = comparison;
  const later = (flags: readonly string[] = []) =>
    flags.map((flag) => `${flag}, from ${flagsLater?.when} on`);
  return (
    <div className="@container grid min-w-0 gap-4">
      {chart ? (
        <ExpansionPrint chart={chart} summary={`Expansion, ${name}, beside the plan as it is now`} />
      ) : null}
      <div className="grid grid-cols-1 gap-4 @4xl:grid-cols-2">
        <TableScroll label="What changes">
          <Table caption="What changes" stacked>
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col">As it is now</th>
                <th scope="col">{name}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ what, before, after }) => (
                <tr key={what}>
                  <th scope="row">{what}</th>
                  <td data-label="As it is now">
                    <span>
                      <Dated>{before}</Dated>
                    </span>
                  </td>
                  <td data-label={name} className={before === after ? 'text-ink-muted' : 'font-semibold'}>
                    <span>
                      <Dated>{before === after ? 'the same' : after}</Dated>
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        </TableScroll>
        <div className="grid content-start gap-3">
          <Lines
            title="Flags that would appear"
            lines={[...flagsAppear, ...later(flagsLater?.appear)]}
            none="none"
          />
          <Lines
            title="Flags that would vanish"
            lines={[...flagsVanish, ...later(flagsLater?.vanish)]}
            none="none"
          />
          {sessions.map((told) => (
            <Lines
              key={told.language}
              title={SESSIONS_TITLES[told.language]}
              lang={told.language}
              lines={told.sessions.map(({ when, amounts }) => `${when}. ${amounts.join('; ')}`)}
              none="No further session is planned: nothing is turned."
            />
          ))}
        </div>
      </div>
    </div>
  );
}

const SESSIONS_TITLES: Record<SheetLanguage, string> = {
  en: 'The next sessions, as the family will be told them',
  es: 'The same in Spanish',
};

/** `lang`: the language of the lines, where it is not that of the page. */
type LinesProps = { title: string; lines: readonly string[]; none?: string; lang?: string };

/** A heading with its lines, or what is said where there are none. */
export function Lines({ title, lines, none, lang }: LinesProps) {
  if (lines.length === 0 && none === undefined) return null;
  return (
    <div>
      <p className="font-medium">{title}</p>
      {lines.length === 0 ? (
        <p className="text-ink-muted">{none}</p>
      ) : (
        <ul aria-label={title} className="list-disc pl-5">
          {lines.map((line) => (
            <li key={line} lang={lang}>
              <Dated>{line}</Dated>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

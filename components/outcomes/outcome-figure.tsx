import { DotPlotSvg } from '#components/charts/dot-plot-svg.tsx';
import { Section } from '#components/ui/section.tsx';
import { Unknown } from '#components/ui/unknown.tsx';
import type { OutcomeFigure } from '#lib/view/outcome-figures.ts';
import { FewMark } from './few-mark.tsx';

/** The unit of the axis under each drawing. */
const AXIS: Readonly<Record<string, string>> = {
  expansion: 'mm from the target, as reported',
  adherence: '% of the planned slots of a case',
  'lost-days': 'days held or missed in a case',
};

/** One figure of the unit: its middle and spread in words, then every case that is shown as a dot. */
export function OutcomeFigureSection({ figure }: { figure: OutcomeFigure }) {
  const { id, title, counted, isFew, summary, notes, plot } = figure;
  return (
    <Section title={title} id={id} detail={counted}>
      <div data-print="together" className="grid gap-2">
        <p className="font-medium">
          {summary ?? <Unknown>nothing to count yet: no activation of these cases is over</Unknown>}{' '}
          {summary !== null && isFew ? <FewMark /> : null}
        </p>
        {notes.map((note) => (
          <p key={note} className="max-w-prose text-ink-muted">
            {note}
          </p>
        ))}
        {plot.dots.length > 0 ? (
          <figure>
            <DotPlotSvg plot={plot} />
            <figcaption className="text-ink-muted text-sm">
              {AXIS[id]}. Line: median; band: middle half of all that are counted; dots: the cases of the
              table below.
            </figcaption>
          </figure>
        ) : null}
      </div>
    </Section>
  );
}

import type { ChartLabel, ChartLabels, LabelTone } from '#lib/view/chart/chart-labels.ts';
import { seriesStyle } from './series-style.ts';

const TONES: Record<Exclude<LabelTone, number>, string> = {
  level: 'fill-ink-muted',
  forecast: 'fill-ink',
  hold: 'fill-look',
  standing: 'fill-ink',
  today: 'fill-ink font-medium',
  version: 'fill-ink font-medium',
};

/** The words on the drawing, each with a rim of the page's colour, so that no line runs through its letters. */
export function ChartWords({ words }: { words: ChartLabels }) {
  return (
    <>
      <Words labels={words.narrow} className="sm:hidden" />
      <Words labels={words.wide} className="max-sm:hidden xl:hidden" />
      <Words labels={words.widest} className="max-xl:hidden" />
    </>
  );
}

function Words({ labels, className }: { labels: readonly ChartLabel[]; className: string }) {
  return (
    <g className={`${className} stroke-surface`} strokeWidth="4" strokeLinejoin="round" paintOrder="stroke">
      {labels.map(({ key, words, tone, x, dx, y, anchor }) => (
        <text
          key={key}
          x={`${x}%`}
          dx={dx}
          y={y}
          textAnchor={anchor}
          className={typeof tone === 'number' ? seriesStyle(tone).fill : TONES[tone]}
        >
          {words}
        </text>
      ))}
    </g>
  );
}

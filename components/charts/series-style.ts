/** How the series of a device differs from the others: colour, dash and marker, so that no one of them is needed. */
export type SeriesStyle = {
  stroke: string;
  fill: string;
  text: string;
  dash: string | undefined;
  marker: string;
};

const STYLES: readonly [SeriesStyle, ...SeriesStyle[]] = [
  {
    stroke: 'stroke-series-1',
    fill: 'fill-series-1',
    text: 'text-series-1',
    dash: undefined,
    marker: 'M0-4.5A4.5 4.5 0 1 1 0 4.5A4.5 4.5 0 1 1 0-4.5Z',
  },
  {
    stroke: 'stroke-series-2',
    fill: 'fill-series-2',
    text: 'text-series-2',
    dash: '9 3',
    marker: 'M-4-4H4V4H-4Z',
  },
  {
    stroke: 'stroke-series-3',
    fill: 'fill-series-3',
    text: 'text-series-3',
    dash: '3 2',
    marker: 'M0-5L5 4H-5Z',
  },
  {
    stroke: 'stroke-series-4',
    fill: 'fill-series-4',
    text: 'text-series-4',
    dash: '9 3 2 3',
    marker: 'M0-5.5L5.5 0L0 5.5L-5.5 0Z',
  },
  {
    stroke: 'stroke-series-5',
    fill: 'fill-series-5',
    text: 'text-series-5',
    dash: '6 2 1 2 1 2',
    marker: 'M0 5L5-4H-5Z',
  },
  {
    stroke: 'stroke-series-6',
    fill: 'fill-series-6',
    text: 'text-series-6',
    dash: '1.5 2.5',
    marker: 'M-4.5 0H4.5M0-4.5V4.5',
  },
];

/** The style of the n-th device of a case, counted from 0. */
export function seriesStyle(index: number): SeriesStyle {
  return STYLES[index % STYLES.length] ?? STYLES[0];
}

import { TextLink } from '#components/ui/text-link.tsx';
import { type AdherenceCalendar, type CalendarLayer, CELL } from '#lib/view/adherence-calendar.ts';

const SIDE = CELL - 2;
const HALF = SIDE / 2;
// Each outline begins and ends at the corner of its cell, so that the way to the next is short.
const SQUARE = `h${SIDE}v${SIDE}h-${SIDE}z`;
const CUT = `m3 0h${SIDE - 6}l3 3v${SIDE - 6}l-3 3h-${SIDE - 6}l-3-3v-${SIDE - 6}zm-3 0`;
const ROUND = `m0 ${HALF}a${HALF} ${HALF} 0 1 1 ${SIDE} 0a${HALF} ${HALF} 0 1 1-${SIDE} 0zm0-${HALF}`;
const TRIANGLE = `h${SIDE}l-${HALF} ${SIDE}z`;

/** The outline of a cell, what lies over it, and their colours. */
type Look = {
  shape: string;
  cell: string;
  letter: string;
  dash?: string;
  over?: { shape: string; fill: string };
};

const HATCHED = { shape: SQUARE, fill: 'url(#cell-hatch)' };

const LATE = 'fill-info stroke-surface';

/** A corner cut off: the slot was reported late. */
const CORNER = `m${SIDE - 4.5} 0h4.5v4.5zm-${SIDE - 4.5} 0`;

/**
 * Outline, filling and letter tell the statuses apart; colour only repeats them: amber for what was not turned, grey and
 * hatched for what was not reported.
 */
const LOOKS: Record<CalendarLayer['status'], Look> = {
  done: { shape: SQUARE, cell: 'fill-accent stroke-accent', letter: 'fill-on-accent' },
  partial: {
    shape: SQUARE,
    cell: 'fill-surface stroke-look',
    letter: 'fill-ink',
    over: { shape: `h${SIDE}l-${SIDE} ${SIDE}z`, fill: 'var(--accent-soft)' },
  },
  skipped: { shape: SQUARE, cell: 'fill-look-soft stroke-look', letter: 'fill-look font-bold' },
  'could-not-engage': { shape: CUT, cell: 'fill-act-soft stroke-act', letter: 'fill-act font-bold' },
  'wrong-way': { shape: TRIANGLE, cell: 'fill-act-solid stroke-act-solid', letter: 'fill-on-act font-bold' },
  extra: { shape: ROUND, cell: 'fill-look-soft stroke-look', letter: 'fill-look font-bold' },
  'not-sure': { shape: ROUND, cell: 'fill-surface stroke-ink', letter: 'fill-ink font-bold', dash: '2 2' },
  unreported: {
    shape: SQUARE,
    cell: 'fill-surface stroke-ink',
    letter: 'fill-ink font-bold',
    dash: '2 2',
    over: HATCHED,
  },
  open: { shape: SQUARE, cell: 'fill-surface stroke-line-strong', letter: 'fill-ink', dash: '1 2' },
  future: { shape: SQUARE, cell: 'fill-none stroke-line', letter: '', dash: '1 2' },
  quiet: { shape: SQUARE, cell: 'fill-phase-hold stroke-none', letter: 'fill-ink-muted' },
};

/** The slots of each day, device beneath device. A blank is a slot in which nothing was asked. */
export function AdherenceCalendarView({ calendar }: { calendar: AdherenceCalendar }) {
  const { width, height, weekdays, weeks, layers, late, today, earlier, summaries } = calendar;
  const words = summaries.map(({ label, words: said }) => `${label}: ${said}`).join('. ');
  return (
    <div className="grid gap-2">
      <div className="overflow-x-auto" data-scroll="">
        <svg
          width={width}
          height={height}
          role="img"
          aria-label={`Adherence by day. ${words}`}
          className="block text-[0.6875rem]"
        >
          <defs>
            <pattern
              id="cell-hatch"
              width="4"
              height="4"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <path d="M0 0V4" className="stroke-hatch" />
            </pattern>
          </defs>
          <g className="fill-ink-muted" textAnchor="middle">
            {weekdays.map(({ x, word }) => (
              <text key={x} x={x} y="10">
                {word}
              </text>
            ))}
          </g>
          <g className="fill-ink-muted">
            {weeks.map(({ y, label }) => (
              <text key={y} y={y}>
                {label}
              </text>
            ))}
          </g>
          {today && (
            <rect
              x={today.x - 2}
              y={today.y - 2}
              width={today.width + 2}
              height={today.height + 2}
              className="fill-none stroke-ink"
              strokeWidth="1.5"
            />
          )}
          {layers.map((layer) => (
            <Layer key={layer.status} layer={layer} />
          ))}
          {late.length > 0 && <path d={cellsPath(late, CORNER)} className={LATE} />}
        </svg>
      </div>
      {earlier && (
        <p className="text-sm">
          {earlier.words} are not drawn: <TextLink href={earlier.href}>see their turns</TextLink>
        </p>
      )}
      <dl className="grid gap-1 text-sm">
        {summaries.map(({ label, words: said }) => (
          <div key={label}>
            <dt className="inline font-semibold">{label} </dt>
            <dd className="inline">{said}</dd>
          </div>
        ))}
      </dl>
      <CalendarLegend layers={layers} hasLate={late.length > 0} />
    </div>
  );
}

function Layer({ layer: { status, letter, cells } }: { layer: CalendarLayer }) {
  const { shape, cell, letter: ink, dash, over } = LOOKS[status];
  return (
    <g>
      <path d={cellsPath(cells, shape)} className={cell} strokeDasharray={dash} />
      {over && <path d={cellsPath(cells, over.shape)} fill={over.fill} />}
      {letter !== '' && (
        <text
          className={ink}
          textAnchor="middle"
          x={cells.map(({ x }) => x + HALF).join(' ')}
          y={cells.map(({ y }) => y + SIDE - 2).join(' ')}
        >
          {letter.repeat(cells.length)}
        </text>
      )}
    </g>
  );
}

/** The same outline in each of the cells. */
function cellsPath(cells: CalendarLayer['cells'], outline: string): string {
  let [fromX, fromY] = [0, 0];
  let path = 'M0 0';
  for (const { x, y } of cells) {
    path += `m${x - fromX} ${y - fromY}${outline}`;
    fromX = x;
    fromY = y;
  }
  return path;
}

function CalendarLegend({ layers, hasLate }: { layers: readonly CalendarLayer[]; hasLate: boolean }) {
  return (
    <ul aria-label="Legend" className="flex flex-wrap gap-x-3 gap-y-1 text-ink-muted text-xs">
      {layers.map(({ status, letter, word }) => (
        <li key={status} className="flex items-center gap-1">
          <svg
            width={CELL}
            height={CELL}
            viewBox={`-1 -1 ${CELL} ${CELL}`}
            aria-hidden="true"
            className="text-[0.6875rem]"
          >
            <Layer layer={{ status, letter, word, cells: [{ x: 0, y: 0 }] }} />
          </svg>
          {word}
        </li>
      ))}
      {hasLate && (
        <li className="flex items-center gap-1">
          <svg width={CELL} height={CELL} viewBox={`-1 -1 ${CELL} ${CELL}`} aria-hidden="true">
            <path d={`M0 0${SQUARE}`} className="fill-surface stroke-line-strong" />
            <path d={`M0 0${CORNER}`} className={LATE} />
          </svg>
          reported late
        </li>
      )}
    </ul>
  );
}

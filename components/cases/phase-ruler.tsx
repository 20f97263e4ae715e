import type { PhaseRuler, RulerSegment } from '#lib/view/phase-ruler.ts';

const FILL: Record<RulerSegment['state'], string> = {
  past: 'fill-line',
  present: 'fill-accent-soft',
  expected: 'fill-none',
};

/** The course from operation to removal with today on it. What has not come is dashed. */
export function PhaseRulerLine({ ruler }: { ruler: PhaseRuler }) {
  const { segments, breaks, todayX, from, end } = ruler;
  return (
    <section aria-label="Phases" className="grid gap-1">
      <svg width="100%" height="30" overflow="visible" aria-hidden="true" className="block text-xs">
        {segments.map(({ phase, x, width, state, word }) => (
          <g key={phase}>
            <rect
              x={`${x}%`}
              y="12"
              width={`${width}%`}
              height="16"
              className={`${FILL[state]} ${state === 'present' ? 'stroke-accent' : 'stroke-line-strong'}`}
              strokeDasharray={state === 'expected' ? '3 3' : undefined}
            />
            {width >= 9 && (
              <text
                x={`${x}%`}
                dx="6"
                y="24"
                className={`${state === 'present' ? 'fill-ink font-semibold' : 'fill-ink-muted'} ${width < 25 ? 'max-sm:hidden' : ''}`}
              >
                {word}
              </text>
            )}
          </g>
        ))}
        {breaks.map(({ x, width }) => (
          <rect
            key={x}
            x={`${x}%`}
            y="12"
            width={`${width}%`}
            height="16"
            className="fill-surface stroke-line-strong"
            strokeDasharray="2 2"
          />
        ))}
        <line x1={`${todayX}%`} x2={`${todayX}%`} y1="8" y2="30" className="stroke-ink" strokeWidth="2" />
        <text
          x={`${todayX}%`}
          y="7"
          textAnchor={todayX > 94 ? 'end' : todayX < 6 ? 'start' : 'middle'}
          className="fill-ink font-medium"
        >
          Today
        </text>
      </svg>
      <ol className="flex flex-wrap justify-between gap-x-6 text-ink-muted text-sm">
        <li>Operation {from}</li>
        {segments.map(({ phase, word, detail, state }) => (
          <li key={phase} className={state === 'present' ? 'text-ink' : undefined}>
            <span className={state === 'present' ? 'font-semibold' : undefined}>{word}</span> {detail}
          </li>
        ))}
        <li>{end}</li>
      </ol>
    </section>
  );
}

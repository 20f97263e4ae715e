import type { MeasuredPoint } from '#lib/view/chart/chart-measured.ts';
import type { LevelLine, Panel, Series } from '#lib/view/chart/chart-panel.ts';
import { DRAWING_WIDTH } from '#lib/view/chart/chart-scale.ts';
import { MarkShape } from './chart-shapes.tsx';
import { seriesStyle } from './series-style.ts';

const FIXED = 'non-scaling-stroke';

/** Holds and gaps: hatched, beneath everything else. */
export function PanelBands({ panel }: { panel: Panel }) {
  const { top, bottom } = panel.scale;
  const only = panel.series.length === 1 ? panel.series[0] : undefined;
  if (!only) return null;
  return (
    <g>
      {only.holds.map(({ x, width }) => (
        <g key={x}>
          <rect x={`${x}%`} width={`${width}%`} y={top} height={bottom - top} fill="url(#hold-hatch)" />
          <text x={`${x}%`} dx="4" y={bottom - 5} className="fill-look">
            Hold
          </text>
        </g>
      ))}
      {only.reported.gaps.map(({ x, width }) => (
        <rect key={x} x={`${x}%`} width={`${width}%`} y={top} height={bottom - top} fill="url(#gap-hatch)" />
      ))}
    </g>
  );
}

/** Everything that is a line: it is stretched with the page, its strokes are not. */
export function PanelLines({ panel }: { panel: Panel }) {
  const grid = panel.grid.map(({ y }) => `M0 ${y}H${DRAWING_WIDTH}`).join('');
  const isAlone = panel.series.length === 1;
  return (
    <g fill="none">
      {isAlone &&
        panel.series.map((series) => (
          <path key={series.deviceId} d={series.tolerance} className="fill-chart-tolerance" />
        ))}
      <path d={grid} className="stroke-chart-grid" vectorEffect={FIXED} />
      <path d={`M0 ${panel.zeroY}H${DRAWING_WIDTH}`} className="stroke-line-strong" vectorEffect={FIXED} />
      {panel.series.map((series) =>
        isAlone ? (
          <LonePaths key={series.deviceId} series={series} />
        ) : (
          <SharedPaths key={series.deviceId} series={series} />
        ),
      )}
    </g>
  );
}

function LonePaths({ series }: { series: Series }) {
  const { forecast, planned, original, reported } = series;
  return (
    <>
      {forecast && <path d={forecast.fan} className="fill-chart-forecast-fan" />}
      {original && (
        <path
          d={original}
          className="stroke-chart-original"
          strokeWidth="1.25"
          strokeDasharray="5 4"
          vectorEffect={FIXED}
        />
      )}
      {planned && (
        <path d={planned} className="stroke-chart-planned" strokeWidth="1.25" vectorEffect={FIXED} />
      )}
      {forecast && (
        <path
          d={forecast.atPlan + forecast.atPace + forecast.toTravelEnd}
          className="stroke-chart-forecast"
          strokeWidth="1.5"
          strokeDasharray="1 4"
          strokeLinecap="round"
          vectorEffect={FIXED}
        />
      )}
      <path
        d={reported.path}
        className="stroke-chart-reported"
        strokeWidth="2.25"
        strokeLinejoin="round"
        vectorEffect={FIXED}
      />
    </>
  );
}

function SharedPaths({ series }: { series: Series }) {
  const style = seriesStyle(series.index);
  return (
    <>
      {series.planned && (
        <path
          d={series.planned}
          className={`${style.stroke} opacity-50`}
          strokeWidth="1"
          strokeDasharray="1 3"
          vectorEffect={FIXED}
        />
      )}
      <path
        d={series.reported.path}
        className={style.stroke}
        strokeWidth="2"
        strokeDasharray={style.dash}
        vectorEffect={FIXED}
      />
    </>
  );
}

/** Measurements and whatever stands out on the reported line. */
export function PanelPoints({ panel }: { panel: Panel }) {
  const isAlone = panel.series.length === 1;
  return (
    <g>
      {panel.series.map(({ deviceId, index, label, reported, nameY, measured, forecast }) => (
        <g key={deviceId}>
          {isAlone ? (
            <ForecastEnds forecast={forecast} />
          ) : (
            <LineEnd x={reported.end.x} y={nameY} index={index} label={label} />
          )}
          {reported.marks.map(({ kind, x, y }) => (
            <svg key={`${kind}${x}`} x={`${x}%`} y={y} overflow="visible" aria-hidden="true">
              <MarkShape kind={kind} />
            </svg>
          ))}
          {measured.map((point) => (
            <Measured key={point.x} point={point} marker={isAlone ? undefined : seriesStyle(index)} />
          ))}
        </g>
      ))}
    </g>
  );
}

function ForecastEnds({ forecast }: { forecast: Series['forecast'] }) {
  return forecast?.ends.map(({ kind, x, y, words }) => (
    <g key={kind}>
      <circle cx={`${x}%`} cy={y} r="3" className="fill-surface stroke-chart-forecast" strokeWidth="1.5" />
      <text
        x={`${x}%`}
        dx={kind === 'plan' || x > 80 ? -6 : 6}
        y={kind === 'plan' ? y - 6 : y + 14}
        textAnchor={kind === 'plan' || x > 80 ? 'end' : 'start'}
        className="fill-ink stroke-surface max-sm:hidden"
        strokeWidth="3"
        paintOrder="stroke"
      >
        {words}
      </text>
    </g>
  ));
}

/** The name of a device at the end of its line, where several share a panel. */
function LineEnd({ x, y, index, label }: { x: number; y: number; index: number; label: string }) {
  return (
    <text
      x={`${x}%`}
      dx="6"
      y={y + 4}
      className={`${seriesStyle(index).fill} stroke-surface`}
      strokeWidth="3"
      paintOrder="stroke"
    >
      {label}
    </text>
  );
}

const DEVICE_GAP = 'M0-4.5A4.5 4.5 0 1 1 0 4.5A4.5 4.5 0 1 1 0-4.5Z';
const BONE_GAP = 'M-4-4H4V4H-4Z';

function Measured({
  point,
  marker,
}: {
  point: MeasuredPoint;
  marker: ReturnType<typeof seriesStyle> | undefined;
}) {
  const { x, y, bar, kind } = point;
  const isBone = kind === 'bone-gap';
  const fill = isBone ? 'fill-surface' : (marker?.fill ?? 'fill-chart-measured');
  const d = isBone ? BONE_GAP : (marker?.marker ?? DEVICE_GAP);
  return (
    <svg x={`${x}%`} overflow="visible" aria-hidden="true">
      {bar && (
        <path
          d={`M0 ${bar.high}V${bar.low}M-4 ${bar.high}H4M-4 ${bar.low}H4`}
          className="fill-none stroke-chart-measured"
          strokeWidth="1.25"
        />
      )}
      <path
        d={d}
        transform={`translate(0 ${y})`}
        className={`${fill} ${isBone ? 'stroke-chart-measured' : 'stroke-surface'}`}
        strokeWidth="1.5"
      />
    </svg>
  );
}

/** The heading of the panel, its target and the end of its travel, in words on their lines. */
export function PanelLevels({ panel }: { panel: Panel }) {
  return (
    <g>
      <text y={panel.scale.top - 7} className="fill-ink text-sm font-semibold">
        {panel.heading}
        {panel.detail && (
          <tspan dx="8" className="fill-ink-muted text-xs font-normal">
            {panel.detail}
          </tspan>
        )}
      </text>
      {panel.standing && (
        <text x="100%" y={panel.scale.top - 7} textAnchor="end" className="fill-ink max-sm:hidden">
          {panel.standing}
        </text>
      )}
      {panel.target && <Level line={panel.target} className="stroke-ink-muted" dash="10 3" />}
      {panel.travelEnd && <Level line={panel.travelEnd} className="stroke-chart-travel-end" dash="2 2" />}
    </g>
  );
}

function Level({ line, className, dash }: { line: LevelLine; className: string; dash: string }) {
  return (
    <g>
      <line x1="0" x2="100%" y1={line.y} y2={line.y} className={className} strokeDasharray={dash} />
      <text
        x="4"
        y={line.y - 4}
        className="fill-ink-muted stroke-surface"
        strokeWidth="3"
        paintOrder="stroke"
      >
        {line.words}
      </text>
    </g>
  );
}

/** The figures of the millimetre axis: a drawing of its own, so that the plot beside it fills the rest of the width. */
export function ExpansionAxis({ panels, height }: { panels: readonly Panel[]; height: number }) {
  return (
    <svg width="36" height={height} overflow="visible" aria-hidden="true" className="block shrink-0 text-xs">
      {panels.map((panel) => (
        <g key={panel.heading} className="fill-ink-muted" textAnchor="end">
          <text x="30" y={panel.scale.top - 7}>
            mm
          </text>
          {panel.grid.map(({ y, label }) => (
            <text key={y} x="30" y={y + 4}>
              {label}
            </text>
          ))}
        </g>
      ))}
    </svg>
  );
}

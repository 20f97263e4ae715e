import type { AnchorMark } from '#lib/view/chart/chart-anchors.ts';
import type { MeasuredPoint } from '#lib/view/chart/chart-measured.ts';
import type { LevelLine, Panel, Series } from '#lib/view/chart/chart-panel.ts';
import { DRAWING_WIDTH } from '#lib/view/chart/chart-scale.ts';
import { ANCHOR_BAR, ComplicationShape, MarkShape } from './chart-shapes.tsx';
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
        <rect key={x} x={`${x}%`} width={`${width}%`} y={top} height={bottom - top} fill="url(#hold-hatch)" />
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
      {reported.notTurned && (
        <path d={reported.notTurned} className="stroke-look-solid" strokeWidth="2.5" vectorEffect={FIXED} />
      )}
      {reported.late && (
        <path d={reported.late} className="stroke-info" strokeWidth="1.5" vectorEffect={FIXED} />
      )}
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
      {panel.series.map(({ deviceId, index, reported, measured, anchors, forecast }) => (
        <g key={deviceId}>
          {isAlone && <ForecastEnds forecast={forecast} />}
          {reported.marks.map(({ kind, x, y }) => (
            <svg key={`${kind}${x}`} x={`${x}%`} y={y} overflow="visible" aria-hidden="true">
              <MarkShape kind={kind} />
            </svg>
          ))}
          {anchors.map((mark) => (
            <AnchorLine key={mark.id} mark={mark} />
          ))}
          {measured.map((point) => (
            <Measured key={point.x} point={point} marker={isAlone ? undefined : seriesStyle(index)} />
          ))}
        </g>
      ))}
      {panel.complications.map(({ id, x, words }) => (
        <svg key={id} x={`${x}%`} y={panel.scale.top + 8} overflow="visible">
          <title>{words}</title>
          <ComplicationShape />
        </svg>
      ))}
    </g>
  );
}

function ForecastEnds({ forecast }: { forecast: Series['forecast'] }) {
  return forecast?.ends.map(({ kind, x, y }) => (
    <circle
      key={kind}
      cx={`${x}%`}
      cy={y}
      r="3"
      className="fill-surface stroke-chart-forecast"
      strokeWidth="1.5"
    />
  ));
}

/** From where the turns led one to expect the device, to the measured gap that became its base. */
function AnchorLine({ mark: { x, fromY, y, words } }: { mark: AnchorMark }) {
  return (
    <svg x={`${x}%`} overflow="visible" className="fill-none stroke-ink">
      <title>{words}</title>
      <path d={`M0 ${fromY}V${y}`} strokeDasharray="2 2" />
      <path d={ANCHOR_BAR} transform={`translate(0 ${y})`} strokeWidth="2" />
    </svg>
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

/** The heading of the panel, and the lines of its target and of the end of its travel. */
export function PanelLevels({ panel: { heading, headingY, detail, target, travelEnd } }: { panel: Panel }) {
  return (
    <g>
      <text y={headingY} className="fill-ink text-sm font-semibold">
        {heading}
        {detail && (
          <tspan dx="8" className="fill-ink-muted text-xs font-normal">
            {detail}
          </tspan>
        )}
      </text>
      {target && <Level line={target} className="stroke-ink-muted" dash="10 3" />}
      {travelEnd && <Level line={travelEnd} className="stroke-chart-travel-end" dash="2 2" />}
    </g>
  );
}

function Level({ line: { y }, className, dash }: { line: LevelLine; className: string; dash: string }) {
  return <line x1="0" x2="100%" y1={y} y2={y} className={className} strokeDasharray={dash} />;
}

/** The figures of the millimetre axis: a drawing of its own, so that the plot beside it fills the rest of the width. */
export function ExpansionAxis({ panels, height }: { panels: readonly Panel[]; height: number }) {
  return (
    <svg width="36" height={height} overflow="visible" aria-hidden="true" className="block shrink-0 text-xs">
      {panels.map((panel) => (
        <g key={panel.heading} className="fill-ink-muted" textAnchor="end">
          <text x="30" y={panel.headingY}>
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

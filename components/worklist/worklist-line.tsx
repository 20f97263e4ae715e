import { Badge } from '#components/ui/badge.tsx';
import { Dated } from '#components/ui/dated.tsx';
import { LevelBadge } from '#components/ui/level-badge.tsx';
import type { Level } from '#components/ui/level-mark.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import { staticMarkup } from '#components/ui/static-markup.ts';
import { Still } from '#components/ui/still.tsx';
import type { Instant } from '#lib/domain/units.ts';
import { mm } from '#lib/view/format-amount.ts';
import { howLongAgo, howManyDaysAgo } from '#lib/view/how-long-ago.ts';
import type { WorklistDevice, WorklistRow } from '#lib/view/worklist-row.ts';
import { SlotStripView } from './slot-strip.tsx';

/** The columns of the list, shared by its head and its lines. */
export const WORKLIST_COLUMNS =
  'lg:grid-cols-[minmax(9.5rem,1.2fr)_6rem_minmax(11rem,1.2fr)_7.5rem_4rem_minmax(10rem,2fr)_6.5rem] xl:grid-cols-[minmax(11rem,1.2fr)_7rem_minmax(12rem,1.3fr)_8.5rem_5rem_minmax(13rem,2fr)_8rem_7.5rem]';

type WorklistLineProps = { row: WorklistRow; now: Instant };

/** One case of the worklist as it is `now`. The whole line opens it. */
export function WorklistLine({ row, now }: WorklistLineProps) {
  return (
    <li
      data-list-item=""
      data-static=""
      data-case={row.caseId}
      className={`relative grid grid-cols-2 gap-x-3 gap-y-2 border-line border-b px-2 py-3 focus-within:bg-accent-soft hover:bg-surface-sunk lg:items-center lg:py-2 ${WORKLIST_COLUMNS}`}
    >
      <div className="col-span-2 min-w-0 lg:col-span-1">
        <a href={`/cases/${row.caseId}`} className="font-semibold after:absolute after:inset-0">
          {row.name}
        </a>
        <p className="text-ink-muted text-sm">
          {row.age} · MRN {row.mrn}
        </p>
      </div>
      <Still className="contents" html={staticMarkup(<WorklistCells row={row} now={now} />)} />
    </li>
  );
}

function WorklistCells({ row, now }: WorklistLineProps) {
  return (
    <>
      <div>
        {row.phase}
        {row.phaseDay ? <p className="text-ink-muted text-sm">{row.phaseDay}</p> : null}
      </div>
      <div className="order-last col-span-2 grid gap-0.5 lg:order-none lg:col-span-1">
        {row.devices.length === 0 ? (
          <span className="text-ink-muted">{row.noDevice}</span>
        ) : (
          row.devices.map((device) => <DeviceLine key={device.label} device={device} />)
        )}
      </div>
      <div className="relative z-10 order-last lg:order-none">
        <SlotStripView strip={row.strip} />
      </div>
      <div className="text-right lg:text-left">
        {row.lastReport ? (
          <time className="relative z-10" title={`Last report ${row.lastReport.words}`}>
            {howLongAgo(row.lastReport.at, now)}
            <span className="lg:sr-only"> since last report</span>
          </time>
        ) : (
          <span className="text-ink-muted">–</span>
        )}
        {row.lastSpoke ? (
          <p className="text-ink-muted text-sm" title={`Last spoke ${row.lastSpoke.words}`}>
            spoke {howManyDaysAgo(row.lastSpoke.at, now)}
          </p>
        ) : null}
      </div>
      <div className="col-span-2 min-w-0 lg:col-span-1">
        <Reason row={row} />
      </div>
      <div className="hidden text-sm xl:block">{row.surgeon}</div>
      <div className="order-last text-right text-sm lg:order-none lg:text-left">
        {row.next ? (
          <>
            <span className="text-ink-muted">{row.next.what}</span>
            <br />
            <Dated>{row.next.when}</Dated>
          </>
        ) : (
          <span className="text-ink-muted">–</span>
        )}
      </div>
    </>
  );
}

const LEVELS: Record<string, Level> = { 'act-now': 'act', 'look-today': 'look', information: 'info' };

function Reason({ row: { top, moreFlags } }: { row: WorklistRow }) {
  if (!top) return <span className="text-ink-muted">Nothing to report</span>;
  const level = top.isAssessable ? (LEVELS[top.level] ?? 'unknown') : 'unknown';
  return (
    <span className={top.cover ? 'text-ink-muted' : undefined}>
      <LevelBadge level={level} look="plain">
        {top.sentence}
      </LevelBadge>
      {top.owner ? <Badge>{top.owner}</Badge> : null}
      {top.cover ? (
        <span className="ml-6 block text-sm">
          <Dated>{top.cover}</Dated>
        </span>
      ) : null}
      {moreFlags > 0 ? <span className="ml-6 block text-ink-muted text-sm">and {moreFlags} more</span> : null}
    </span>
  );
}

function DeviceLine({ device }: { device: WorklistDevice }) {
  return (
    <div className="grid grid-cols-[3.5rem_minmax(4rem,1fr)_2.5rem] items-center gap-2 text-sm leading-4">
      <span className="truncate text-ink-muted">{device.label}</span>
      <ProgressBar
        label={device.words}
        target={device.targetUm}
        planned={device.plannedUm}
        reported={device.reportedUm}
        tolerance={device.tolerance}
      />
      <span className="text-right">{device.onHold ? 'hold' : mm(device.reportedUm)}</span>
    </div>
  );
}

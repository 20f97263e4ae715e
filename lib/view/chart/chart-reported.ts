import type { DeviceCourse } from '#lib/domain/timeline/course.ts';
import type { SlotEntry } from '#lib/domain/timeline/slot-entry.ts';
import type { TurnReport } from '#lib/domain/turn/report.ts';
import { expansionUm } from '#lib/domain/units.ts';
import {
  clampX,
  type LocalX,
  localX,
  pathX,
  pathY,
  percentX,
  type TimeSpan,
  type YScale,
} from './chart-scale.ts';
import { StepPath } from './step-path.ts';

/** What stands out on the reported line. */
export type MarkKind = 'corrected' | 'backwards' | 'extra' | 'not-engaged' | 'not-sure';
export type Mark = { kind: MarkKind; x: number; y: number };

/** A stretch, in per cent of the width. */
export type Band = { x: number; width: number };

export type Reported = {
  /** Steps where the amount is known; interrupted where it is not. */
  path: string;
  /** Where nobody knows what was turned. */
  gaps: readonly Band[];
  marks: readonly Mark[];
  /** Ticks under the line where a turn was not done, and over it where it was reported late; empty: nowhere. */
  notTurned: string;
  late: string;
  /** Where the line ends now. */
  end: { x: number; y: number };
};

type Drawing = {
  zone: string;
  span: TimeSpan;
  scale: YScale;
  nowX: LocalX;
  correctedSlots: ReadonlySet<string>;
};

/** The slots of each device in which something was corrected or withdrawn: `deviceId day#slot`. */
export function correctedSlots(reports: readonly TurnReport[]): ReadonlySet<string> {
  const byId = new Map(reports.map((report) => [report.id, report]));
  const slots = new Set<string>();
  for (const report of reports) {
    const original = report.correctsId === null ? undefined : byId.get(report.correctsId);
    if (original) slots.add(slotId(original)).add(slotId(report));
  }
  return slots;
}

export function slotId({ deviceId, day, slot }: { deviceId: string; day: number; slot: number }): string {
  return `${deviceId} ${day}#${slot}`;
}

/** The reported expansion of a device as steps that stop where nothing is known. */
export function reportedSteps(course: DeviceCourse, drawing: Drawing): Reported {
  const { zone, span } = drawing;
  const { device, entries } = course;
  const removedX = device.removedAt === null ? drawing.nowX : localX(zone, device.removedAt);
  const end = Math.min(drawing.nowX, removedX);
  const begun = entries.filter(({ status, day }) => status !== 'future' && day <= span.to);
  const first = begun.findIndex(({ day }) => day >= span.from);
  const before = first === -1 ? begun.at(-1) : begun[first - 1];
  const levelAt = ({ reportedTotalCenti }: Pick<SlotEntry, 'reportedTotalCenti'>) =>
    pathY(drawing.scale, expansionUm(reportedTotalCenti, device));
  const steps = (first === -1 ? [] : begun.slice(first))
    .map((entry) => ({ entry, x: Math.min(localX(zone, entry.at), end), y: levelAt(entry) }))
    .filter(({ x }) => x <= span.to);
  const marks = steps.flatMap(({ entry, x, y }) =>
    marksOf(entry, device.id, drawing).map((kind) => ({ kind, x: percentX(span, x), y })),
  );
  const startX = clampX(span, localX(zone, device.placedAt));
  const endX = clampX(span, end);
  const startY = levelAt(before ?? { reportedTotalCenti: 0 });
  const isUnknownBefore = before !== undefined && isUnknown(before);
  const ticks = (from: number, to: number, has: (entry: SlotEntry) => boolean) =>
    steps
      .filter(({ entry }) => has(entry))
      .map(({ x, y }) => `M${pathX(span, x)} ${y + from}V${y + to}`)
      .join('');
  return {
    ...line(steps, { x: startX, y: startY, isUnknown: isUnknownBefore }, endX, span),
    marks,
    notTurned: ticks(3, 10, isNotTurned),
    late: ticks(-3, -8, ({ late }) => late),
    end: { x: percentX(span, endX), y: steps.at(-1)?.y ?? startY },
  };
}

type Step = { entry: SlotEntry; x: LocalX; y: number };

/** Where the line enters the drawing, and whether the last slot before it leaves open what was turned. */
type Start = { x: LocalX; y: number; isUnknown: boolean };

function line(steps: readonly Step[], start: Start, endX: LocalX, span: TimeSpan) {
  let level = start.y;
  const path = new StepPath().moveTo(pathX(span, start.x), level);
  let gapFrom: LocalX | null = start.isUnknown ? start.x : null;
  const gaps: Band[] = [];
  for (const { entry, x, y } of steps) {
    if (isUnknown(entry)) {
      if (gapFrom === null) path.levelTo(pathX(span, x));
      gapFrom ??= x;
    } else {
      if (gapFrom !== null) {
        gaps.push(band(span, gapFrom, x));
        path.moveTo(pathX(span, x), level);
        gapFrom = null;
      }
      if (y !== level) path.levelTo(pathX(span, x)).uprightTo(y);
    }
    level = y;
  }
  if (gapFrom === null) path.levelTo(pathX(span, endX));
  else if (endX > gapFrom) gaps.push(band(span, gapFrom, endX));
  return { path: path.toString(), gaps };
}

function isUnknown({ status }: SlotEntry): boolean {
  return status === 'unreported' || status === 'open' || status === 'not-sure';
}

/** Less than was asked for, by what was reported. */
function isNotTurned({ status }: SlotEntry): boolean {
  return status === 'skipped' || status === 'partial' || status === 'could-not-engage';
}

function marksOf(entry: SlotEntry, deviceId: string, { correctedSlots }: Drawing): readonly MarkKind[] {
  const kinds: MarkKind[] = [];
  if (entry.status === 'wrong-way') kinds.push('backwards');
  else if (entry.status === 'extra') kinds.push('extra');
  else if (entry.status === 'could-not-engage') kinds.push('not-engaged');
  else if (entry.status === 'not-sure') kinds.push('not-sure');
  if (correctedSlots.has(slotId({ deviceId, day: entry.day, slot: entry.slot }))) kinds.push('corrected');
  return kinds;
}

export function band(span: TimeSpan, from: LocalX, to: LocalX): Band {
  const x = percentX(span, clampX(span, from));
  return { x, width: Math.round((percentX(span, clampX(span, to)) - x) * 100) / 100 };
}

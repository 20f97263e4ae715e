import type { DeviceCourse } from '#lib/domain/timeline/course.ts';
import type { SlotEntry, SlotStatus } from '#lib/domain/timeline/slot-entry.ts';
import type { TurnReport } from '#lib/domain/turn/report.ts';
import { expansionUm } from '#lib/domain/units.ts';
import {
  clampX,
  type LocalX,
  localX,
  pathX,
  percentX,
  type TimeSpan,
  tenthsX,
  tenthsY,
  type YScale,
} from './chart-scale.ts';
import { StepPath } from './step-path.ts';
import type { Pieces } from './stroke.ts';

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

const MARK_OF: Partial<Record<SlotStatus, MarkKind>> = {
  'wrong-way': 'backwards',
  extra: 'extra',
  'could-not-engage': 'not-engaged',
  'not-sure': 'not-sure',
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
  const slots = new Set<string>();
  // Seldom is anything corrected: then nothing is looked up.
  if (reports.every(({ correctsId }) => correctsId === null)) return slots;
  const byId = new Map(reports.map((report) => [report.id, report]));
  for (const report of reports) {
    const original = report.correctsId === null ? undefined : byId.get(report.correctsId);
    if (original) slots.add(slotId(original)).add(slotId(report));
  }
  return slots;
}

export function slotId({ deviceId, day, slot }: { deviceId: string; day: number; slot: number }): string {
  return `${deviceId} ${day}#${slot}`;
}

/** The reported expansion of a device as steps that stop where nothing is known, and the pieces of its line. */
export function reportedSteps(
  course: DeviceCourse,
  drawing: Drawing,
): { reported: Reported; pieces: Pieces } {
  const { zone, span, scale } = drawing;
  const { device } = course;
  const removedX = device.removedAt === null ? drawing.nowX : localX(zone, device.removedAt);
  const end = Math.min(drawing.nowX, removedX);
  const { before, steps } = stepsWithin(course, drawing, end);
  const startX = clampX(span, localX(zone, device.placedAt));
  const endX = clampX(span, end);
  const startY = tenthsY(scale, expansionUm(before?.reportedTotalCenti ?? 0, device));
  const start = { x: startX, y: startY, isUnknown: before !== null && isUnknown(before) };
  const { path, pieces, gaps } = line(steps, start, endX, span);
  const reported = {
    path,
    gaps,
    marks: marksOf(steps, device.id, drawing),
    notTurned: ticks(steps, span, 3, 10, isNotTurned),
    late: ticks(steps, span, -3, -8, ({ late }) => late),
    end: { x: percentX(span, endX), y: (steps.at(-1)?.y ?? startY) / 10 },
  };
  return { reported, pieces };
}

/** A slot, and the height of the line from it on, in tenths. */
type Step = { entry: SlotEntry; x: LocalX; y: number };

/** The slots that have begun within the drawn time, and the last before it. None is drawn past the end of the line. */
function stepsWithin({ entries, device }: DeviceCourse, { zone, span, scale }: Drawing, end: LocalX) {
  const steps: Step[] = [];
  let before: SlotEntry | null = null;
  let isWithin = false;
  for (const entry of entries) {
    if (entry.status === 'future' || entry.day > span.to) continue;
    isWithin ||= entry.day >= span.from;
    if (!isWithin) {
      before = entry;
      continue;
    }
    const x = Math.min(localX(zone, entry.at), end);
    if (x <= span.to)
      steps.push({ entry, x, y: tenthsY(scale, expansionUm(entry.reportedTotalCenti, device)) });
  }
  return { before, steps };
}

function ticks(
  steps: readonly Step[],
  span: TimeSpan,
  from: number,
  to: number,
  has: (entry: SlotEntry) => boolean,
): string {
  let path = '';
  for (const { entry, x, y } of steps) {
    if (has(entry)) path += `M${pathX(span, x)} ${y / 10 + from}V${y / 10 + to}`;
  }
  return path;
}

/** Where the line enters the drawing, and whether the last slot before it leaves open what was turned. */
type Start = { x: LocalX; y: number; isUnknown: boolean };

function line(steps: readonly Step[], start: Start, endX: LocalX, span: TimeSpan) {
  const path = new StepPath(2 * steps.length + 1).moveTo(tenthsX(span, start.x), start.y);
  let level = start.y;
  let gapFrom: LocalX | null = start.isUnknown ? start.x : null;
  const gaps: Band[] = [];
  for (const { entry, x, y } of steps) {
    if (isUnknown(entry)) {
      if (gapFrom === null) path.levelTo(tenthsX(span, x));
      gapFrom ??= x;
    } else {
      if (gapFrom !== null) {
        gaps.push(band(span, gapFrom, x));
        path.moveTo(tenthsX(span, x), level);
        gapFrom = null;
      }
      path.stepTo(tenthsX(span, x), y);
    }
    level = y;
  }
  if (gapFrom === null) path.levelTo(tenthsX(span, endX));
  else if (endX > gapFrom) gaps.push(band(span, gapFrom, endX));
  return { path: path.toString(), pieces: path.pieces, gaps };
}

function isUnknown({ status }: SlotEntry): boolean {
  return status === 'unreported' || status === 'open' || status === 'not-sure';
}

/** Less than was asked for, by what was reported. */
function isNotTurned({ status }: SlotEntry): boolean {
  return status === 'skipped' || status === 'partial' || status === 'could-not-engage';
}

function marksOf(
  steps: readonly Step[],
  deviceId: string,
  { span, correctedSlots }: Drawing,
): readonly Mark[] {
  const marks: Mark[] = [];
  for (const step of steps) {
    const { status, day, slot } = step.entry;
    const kind = MARK_OF[status];
    if (kind !== undefined) marks.push(markAt(step, kind, span));
    const isCorrected = correctedSlots.size > 0 && correctedSlots.has(slotId({ deviceId, day, slot }));
    if (isCorrected) marks.push(markAt(step, 'corrected', span));
  }
  return marks;
}

function markAt({ x, y }: Step, kind: MarkKind, span: TimeSpan): Mark {
  return { kind, x: percentX(span, x), y: y / 10 };
}

export function band(span: TimeSpan, from: LocalX, to: LocalX): Band {
  const x = percentX(span, clampX(span, from));
  return { x, width: Math.round((percentX(span, clampX(span, to)) - x) * 100) / 100 };
}

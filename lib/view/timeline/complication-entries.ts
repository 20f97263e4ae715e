import { startOfDay } from '#lib/domain/case-day.ts';
import type { ComplicationStep, CourseOfAction } from '#lib/domain/complication/complication.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { complicationWords, gradeWords } from '#lib/view/complication-words.ts';
import type { TimelineContext, TimelineEntry } from './timeline-entry.ts';

const COURSE_OF_ACTION_WORDS: Record<CourseOfAction, string> = {
  continue: 'go on as planned',
  hold: 'hold',
  slow: 'turn more slowly',
  reverse: 'turn back',
  'early-removal': 'early removal',
};

/** Complications on the day they began, and what became of each on its own day. */
export function complicationEntries(
  { complications, devices, zone }: CaseFacts,
  { path }: TimelineContext,
): TimelineEntry[] {
  return complications.flatMap((complication): TimelineEntry[] => {
    const label = devices.find(({ id }) => id === complication.deviceId)?.label;
    const what =
      label === undefined ? complicationWords(complication) : `${complicationWords(complication)}, ${label}`;
    const href = `${path}/complications#${complication.id}`;
    return [
      {
        key: complication.id,
        kind: 'complication',
        at: startOfDay(zone, complication.onsetDay),
        isWholeDay: true,
        recordedAt: complication.recordedAt,
        title: what,
        detail: complication.note,
        href,
      },
      ...complication.steps.map(
        (step): TimelineEntry => ({
          key: step.id,
          kind: 'complication',
          at: startOfDay(zone, step.onDay),
          isWholeDay: true,
          recordedAt: step.recordedAt,
          title: `${what}: ${stepWords(step)}`,
          detail: step.note,
          href,
        }),
      ),
    ];
  });
}

function stepWords(step: ComplicationStep): string {
  switch (step.kind) {
    case 'graded':
      return `graded ${gradeWords(step.clavienDindo, step.severity)}`;
    case 'decided':
      return `decided to ${COURSE_OF_ACTION_WORDS[step.course]}${step.version === null ? '' : ` (version ${step.version})`}`;
    case 'done':
      return 'something was done';
    case 'resolved':
      return 'resolved';
    case 'reopened':
      return 'open again';
  }
}

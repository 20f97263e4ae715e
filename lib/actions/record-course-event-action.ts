'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { type CourseEventReason, recordCourseEvent } from '#lib/operations/record-course-event.ts';
import { type CourseEventInput, courseEventInput } from '#lib/schemas/course-event.ts';
import { atControls, controlText, momentText } from '#lib/schemas/form-moment.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { courseParts, whenWords } from '#lib/view/course-form.ts';
import { decisionRefusalWords } from '#lib/view/course-refusal-words.ts';
import { formatDay, formatInstant, formatMinute } from '#lib/view/format-date.ts';
import { momentProblem, refuseCase } from './case-refusal.ts';
import { formProblems } from './form-problems.ts';
import { caseAction, previewed, refuseForm } from './guard-action.ts';
import { refuseStale, shownZone } from './refuse-stale.ts';

const KEPT = 'The decision is not saved yet; what you typed is still here.';

/** Records a decision that moves the case on, or the correction of one. */
export async function recordCourseEventAction(_previous: FormState, form: FormData): Promise<FormState> {
  return caseAction(form, 'course.record', async ({ actor, caseId, clinic, now }) => {
    if (form.get('intent') === 'preview') return previewed(form);
    const startsWithDay = form.get('kind') === 'consolidation-started';
    const parsed = courseEventInput.safeParse({
      ...Object.fromEntries(form),
      day: startsWithDay ? controlText(form, 'atDay') : '',
      at: startsWithDay ? '' : momentText(form, 'at'),
      toldAt: momentText(form, 'toldAt'),
      retracted: form.has('retracted'),
    });
    if (!parsed.success) {
      const { day, ...problems } = atControls(form, formProblems(parsed.error.issues), ['at', 'toldAt']);
      return refuseForm(form, KEPT, day ? { ...problems, atDay: day } : problems);
    }
    const recorded = await recordCourseEvent({ actor, caseId, input: parsed.data, now });
    if (!recorded.ok) return refusal(form, recorded.reason, parsed.data, shownZone(form, clinic.zone));
    refresh();
    const decided = parsed.data.retracted ? 'withdrawn' : recorded.value.id;
    redirect(`/cases/${caseId}/protocol?decided=${decided}#course`);
  });
}

function refusal(
  form: FormData,
  reason: CourseEventReason,
  input: CourseEventInput,
  zone: string,
): FormState {
  switch (reason.kind) {
    case 'stale': {
      const { theirs, last } = reason;
      return refuseStale(form, {
        mine: courseParts(input, fromWords(input, zone)),
        theirs: theirs === null ? {} : courseParts(theirs, whenWords(theirs, zone)),
        last: last ?? (theirs && { by: 'somebody else', at: theirs.recordedAt }),
        zone,
        again:
          theirs === null
            ? 'The decision that you saw was withdrawn. Saved again, yours stands.'
            : 'Compare both; saved again, yours stands beside theirs.',
      });
    }
    case 'before-operation':
      return refuseForm(form, KEPT, {
        atDay:
          reason.operatedAt === null
            ? 'No index operation is recorded. Record it first.'
            : 'This is before the index operation ended. Check the day.',
      });
    case 'not-in-phase':
      return refuseForm(form, `${decisionRefusalWords(reason)} ${KEPT}`);
    case 'correction-of-unknown':
      return refuseForm(
        form,
        `This decision was corrected by somebody else meanwhile. Open the page again to see it as it stands. ${KEPT}`,
      );
    case 'time-does-not-exist':
    case 'in-the-future':
      return refuseForm(form, KEPT, momentProblem(reason, reason.field));
    default:
      return refuseCase(form, reason);
  }
}

/** From when it was to hold, as it was typed. */
function fromWords({ day, at }: CourseEventInput, zone: string): string {
  if (day !== null) return formatDay(day);
  if (typeof at === 'number') return formatInstant(at, zone);
  return at === null ? '' : `${formatDay(at.day)} ${formatMinute(at.minute)}`;
}

import { existsLocally, instantAt, startOfDay } from '#lib/domain/case-day.ts';
import { COURSE_EVENT_KINDS, type CourseEvent } from '#lib/domain/facts.ts';
import { choiceField, dayField, momentField } from './form-fields.ts';
import { controlText, momentText } from './form-moment.ts';

const kindField = choiceField(COURSE_EVENT_KINDS);

/** A decision about the course as its form says it so far; null while that says nothing that could be recorded. */
export function readDecision(
  form: FormData,
  zone: string,
): (Pick<CourseEvent, 'kind' | 'at'> & { correctsId: string | null; retracted: boolean }) | null {
  const kind = kindField.safeParse(controlText(form, 'kind'));
  if (!kind.success) return null;
  const at = effectOf(form, kind.data, zone);
  if (at === null) return null;
  return {
    kind: kind.data,
    at,
    correctsId: controlText(form, 'correctsId') || null,
    retracted: form.has('retracted'),
  };
}

function effectOf(form: FormData, kind: CourseEvent['kind'], zone: string): number | null {
  if (kind === 'consolidation-started') {
    const day = dayField.safeParse(controlText(form, 'atDay'));
    return day.success ? startOfDay(zone, day.data) : null;
  }
  const moment = momentField.safeParse(momentText(form, 'at'));
  if (!moment.success) return null;
  if (typeof moment.data === 'number') return moment.data;
  const { day, minute } = moment.data;
  return existsLocally(zone, day, minute) ? instantAt(zone, day, minute) : null;
}

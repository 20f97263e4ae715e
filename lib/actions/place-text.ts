import { atControls, controlText, momentText } from '#lib/schemas/form-moment.ts';
import { formProblems } from './form-problems.ts';

/** The place that a form asks for: a slot that was offered (`room surgeon start`), or the fields for another time. */
export function placeText(form: FormData): Record<string, unknown> {
  const [roomId, surgeonId, startsAt] = controlText(form, 'slot').split(' ');
  const common = {
    anaesthetistId: controlText(form, 'anaesthetistId'),
    durationMin: controlText(form, 'durationMin'),
  };
  return roomId && surgeonId && startsAt
    ? { ...common, roomId, surgeonId, startsAt: Number(startsAt) }
    : {
        ...common,
        roomId: controlText(form, 'roomId'),
        surgeonId: controlText(form, 'surgeonId'),
        startsAt: momentText(form, 'startsAt'),
      };
}

/**
 * What is wrong with the place that a form asks for, by control. Where none of the times is chosen that is said at the
 * times, and nothing of the fields for another one.
 */
export function placeProblems(
  form: FormData,
  issues: Parameters<typeof formProblems>[0],
): Record<string, string> {
  const problems = formProblems(issues);
  if (controlText(form, 'slot') !== '' || controlText(form, 'roomId') !== '')
    return atControls(form, problems, ['startsAt']);
  const { roomId: _room, surgeonId: _surgeon, startsAt: _start, ...others } = problems;
  return { slot: 'Choose one of the times, or another time.', ...others };
}

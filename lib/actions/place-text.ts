import { controlText, momentText } from '#lib/schemas/form-moment.ts';

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

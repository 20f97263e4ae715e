import 'server-only';
import { requireClinic } from '#lib/auth/gate.ts';
import { newId } from '#lib/data/new-id.ts';
import { pool } from '#lib/data/pool.ts';
import { findTheatrePlan } from '#lib/data/schedules.ts';
import { dayOf, isoDay } from '#lib/domain/case-day.ts';
import { MOST_CHECKS } from '#lib/domain/theatre/theatre-settings.ts';
import { namedChoices } from '#lib/view/named-choices.ts';
import { blockViews, leaveViews, NEW_ROOM, roomView } from '#lib/view/theatre-plan-view.ts';

/** Empty lines for checks that are not in the template yet. */
const NEW_CHECKS = Array.from({ length: 3 }, () => ({ key: '', label: '' }));

/** The theatres of the clinic as they are planned, with the forms that change the plan. */
export async function loadTheatres(query: { room?: unknown }) {
  const { clinic, now } = await requireClinic('theatre.manage');
  const today = dayOf(clinic.zone, now);
  const { schedule, people, settings } = await findTheatrePlan(pool(), clinic.id, today);
  const everybody = [...schedule.rooms, ...people.surgeons, ...people.anaesthetists];
  const names = Object.fromEntries(everybody.map(({ id, name }) => [id, name]));
  const rooms = schedule.rooms.map(roomView);
  const opened = rooms.find(({ id }) => id === query.room);
  const blocks = blockViews(schedule, names, today);
  return {
    clinic: clinic.name,
    zone: clinic.zone,
    today: isoDay(today),
    rooms,
    roomForm: opened
      ? { id: opened.id, values: opened.values }
      : query.room === 'new' || rooms.length === 0
        ? { id: newId(), values: NEW_ROOM }
        : null,
    blocks,
    blockChoices: blocks.map(({ id, surgeon, room, when }) => ({
      value: id,
      label: `${when}, ${surgeon}, ${room}`,
    })),
    leave: leaveViews(schedule, names),
    anaesthetists: people.anaesthetists,
    roomChoices: namedChoices(schedule.rooms),
    surgeonChoices: namedChoices(people.surgeons),
    awayChoices: namedChoices([...people.surgeons, ...people.anaesthetists]),
    settings: {
      version: settings.version,
      isDefault: settings.version === 0,
      removalMin: String(settings.removalMin),
      holdHours: String(Math.round(settings.holdMin / 60)),
      leadHours: String(Math.round(settings.leadMin / 60)),
      namesInCalendars: settings.namesInCalendars,
      checks: [...settings.checks, ...NEW_CHECKS].slice(0, MOST_CHECKS),
    },
    ids: { block: newId(), day: newId(), leave: newId(), anaesthetist: newId() },
  };
}

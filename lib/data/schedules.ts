import 'server-only';
import type { Schedule } from '#lib/domain/theatre/schedule.ts';
import { FIRST_THEATRE_SETTINGS, type TheatreSettings } from '#lib/domain/theatre/theatre-settings.ts';
import type { Day } from '#lib/domain/units.ts';
import { date, epochDay, epochMs, type Queryable } from './statement.ts';

/** Names of those who can be booked. */
export type TheatrePeople = {
  surgeons: readonly { id: string; name: string }[];
  anaesthetists: readonly { id: string; name: string }[];
};

/** When the theatres of a clinic are open and who works there. */
export type TheatrePlan = {
  schedule: Schedule;
  people: TheatrePeople;
  settings: TheatreSettings & { version: number };
};

const list = (row: string, from: string) =>
  `(SELECT coalesce(json_agg(json_build_object(${row})), '[]') FROM ${from})`;

const PLAN = {
  name: 'theatre-plan',
  text: `SELECT clinic.zone,
      (SELECT json_build_object('removalMin', removal_min, 'holdMin', hold_min, 'leadMin', lead_min, 'namesInCalendars', names_in_calendars,
        'checks', checks, 'version', version) FROM theatre_settings t WHERE t.clinic_id = clinic.id) AS settings,
      (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name, 'weekdays', weekdays, 'opensMin', opens_min,
          'closesMin', closes_min, 'cleaningMin', cleaning_min, 'version', version) ORDER BY name, id), '[]')
        FROM room WHERE clinic_id = clinic.id AND retired_at IS NULL) AS rooms,
      ${list(
        `'id', b.id, 'surgeonId', b.surgeon_id, 'roomId', b.room_id, 'weekday', b.weekday, 'fromMin', b.from_min,
          'untilMin', b.until_min, 'firstDay', ${epochDay('b.first_day')}, 'lastDay', ${epochDay('b.last_day')}`,
        `surgeon_block b JOIN room ON room.id = b.room_id AND room.retired_at IS NULL
          WHERE b.clinic_id = clinic.id AND b.removed_at IS NULL AND (b.last_day IS NULL OR b.last_day >= $2)`,
      )} AS blocks,
      ${list(
        `'blockId', e.block_id, 'day', ${epochDay('e.day')}, 'recordedAt', ${epochMs('e.recorded_at')}, 'minutes',
          CASE WHEN e.from_min IS NOT NULL THEN json_build_object('from', e.from_min, 'until', e.until_min) END`,
        'block_exception e WHERE e.clinic_id = clinic.id AND e.day >= $2',
      )} AS exceptions,
      ${list(
        `'id', l.id, 'note', l.note, 'whoId', coalesce(l.person_id, l.anaesthetist_id), 'firstDay', ${epochDay('l.first_day')}, 'lastDay', ${epochDay('l.last_day')}`,
        'staff_leave l WHERE l.clinic_id = clinic.id AND l.removed_at IS NULL AND l.last_day >= $2',
      )} AS leave,
      (SELECT coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) ORDER BY p.name, p.id), '[]')
        FROM membership m JOIN person p ON p.id = m.person_id AND p.disabled_at IS NULL
        WHERE m.clinic_id = clinic.id AND m.role = 'surgeon') AS surgeons,
      (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name) ORDER BY name, id), '[]')
        FROM anaesthetist WHERE clinic_id = clinic.id AND retired_at IS NULL) AS anaesthetists
    FROM clinic WHERE clinic.id = $1`,
};

/** Theatre 3 before Theatre 12. */
const byNumber = new Intl.Collator('en', { numeric: true });

type PlanRow = Schedule & TheatrePeople & { settings: TheatrePlan['settings'] | null };

/** The theatres of a clinic as they are planned from a day on. */
export async function findTheatrePlan(db: Queryable, clinicId: string, fromDay: Day): Promise<TheatrePlan> {
  const { rows } = await db.query<PlanRow>({ ...PLAN, values: [clinicId, date(fromDay - 2)] });
  const row = rows[0];
  if (!row) throw new Error('There is no such clinic.');
  const { surgeons, anaesthetists, settings, ...schedule } = row;
  return {
    schedule: { ...schedule, rooms: [...schedule.rooms].sort((a, b) => byNumber.compare(a.name, b.name)) },
    people: { surgeons, anaesthetists },
    settings: settings ?? { ...FIRST_THEATRE_SETTINGS, version: 0 },
  };
}

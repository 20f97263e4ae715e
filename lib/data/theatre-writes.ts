import 'server-only';
import type { BlockException, Room } from '#lib/domain/theatre/schedule.ts';
import type { TheatreSettings } from '#lib/domain/theatre/theatre-settings.ts';
import type { Day, Instant, Minutes } from '#lib/domain/units.ts';
import { date, insertInto, type Statement, timestamp } from './statement.ts';

/** Adds a room (`version` 1), or writes a changed one over the one on record, whose version is one less. */
export function putRoom(
  clinicId: string,
  room: Room & { retiredAt: Instant | null },
  now: Instant,
): Statement {
  const { text, values } = insertInto('room', [
    {
      id: room.id,
      clinic_id: clinicId,
      name: room.name,
      weekdays: room.weekdays,
      opens_min: room.opensMin,
      closes_min: room.closesMin,
      cleaning_min: room.cleaningMin,
      retired_at: timestamp(room.retiredAt),
      version: room.version,
      created_at: timestamp(now),
    },
  ]);
  const columns = ['name', 'weekdays', 'opens_min', 'closes_min', 'cleaning_min', 'retired_at', 'version'];
  const changes = columns.map((column) => `${column} = excluded.${column}`).join(', ');
  return { name: 'put-room', text: `${text} ON CONFLICT (id) DO UPDATE SET ${changes}`, values };
}

/** Adds an anaesthetist by name. */
export function insertAnaesthetist(
  clinicId: string,
  { id, name }: { id: string; name: string },
  now: Instant,
) {
  return insertInto('anaesthetist', [{ id, clinic_id: clinicId, name, created_at: timestamp(now) }]);
}

/** Adds a block. */
export function insertBlock(
  clinicId: string,
  block: {
    id: string;
    surgeonId: string;
    roomId: string;
    weekday: number;
    fromMin: Minutes;
    untilMin: Minutes;
    firstDay: Day;
    lastDay: Day | null;
  },
  now: Instant,
): Statement {
  return insertInto('surgeon_block', [
    {
      id: block.id,
      clinic_id: clinicId,
      surgeon_id: block.surgeonId,
      room_id: block.roomId,
      weekday: block.weekday,
      from_min: block.fromMin,
      until_min: block.untilMin,
      first_day: date(block.firstDay),
      last_day: date(block.lastDay),
      created_at: timestamp(now),
    },
  ]);
}

/** Adds what a block is on one day. */
export function insertBlockException(
  of: { id: string; clinicId: string; by: string; reason: string },
  { blockId, day, minutes, recordedAt }: BlockException,
): Statement {
  return insertInto('block_exception', [
    {
      id: of.id,
      clinic_id: of.clinicId,
      block_id: blockId,
      day: date(day),
      from_min: minutes?.from,
      until_min: minutes?.until,
      reason: of.reason,
      recorded_by: of.by,
      recorded_at: timestamp(recordedAt),
    },
  ]);
}

/** Adds days away of a surgeon or an anaesthetist. */
export function insertLeave(
  clinicId: string,
  leave: {
    id: string;
    whose: { personId: string } | { anaesthetistId: string };
    firstDay: Day;
    lastDay: Day;
    note: string | null;
  },
  now: Instant,
): Statement {
  return insertInto('staff_leave', [
    {
      id: leave.id,
      clinic_id: clinicId,
      person_id: 'personId' in leave.whose ? leave.whose.personId : null,
      anaesthetist_id: 'anaesthetistId' in leave.whose ? leave.whose.anaesthetistId : null,
      first_day: date(leave.firstDay),
      last_day: date(leave.lastDay),
      note: leave.note,
      created_at: timestamp(now),
    },
  ]);
}

const REMOVED = {
  block: ['surgeon_block', 'removed_at'],
  leave: ['staff_leave', 'removed_at'],
  anaesthetist: ['anaesthetist', 'retired_at'],
} as const;

/** Takes a block, a leave or an anaesthetist out of the plan; what was planned with it stays on record. */
export function removeFromPlanRow(
  what: keyof typeof REMOVED,
  { clinicId, id }: { clinicId: string; id: string },
  now: Instant,
): Statement {
  const [table, column] = REMOVED[what];
  return {
    name: `remove-${what}`,
    text: `UPDATE ${table} SET ${column} = $3 WHERE clinic_id = $1 AND id = $2 AND ${column} IS NULL`,
    values: [clinicId, id, timestamp(now)],
  };
}

/** Writes the settings over those on record, whose version is one less, and has every case judged anew. */
export function putTheatreSettings(
  clinicId: string,
  settings: TheatreSettings & { version: number },
  now: Instant,
): Statement[] {
  const { text, values } = insertInto('theatre_settings', [
    {
      clinic_id: clinicId,
      removal_min: settings.removalMin,
      hold_min: settings.holdMin,
      lead_min: settings.leadMin,
      names_in_calendars: settings.namesInCalendars,
      checks: settings.checks,
      version: settings.version,
    },
  ]);
  const columns = ['removal_min', 'hold_min', 'lead_min', 'names_in_calendars', 'checks', 'version'];
  const changes = columns.map((column) => `${column} = excluded.${column}`).join(', ');
  return [
    {
      name: 'put-theatre-settings',
      text: `${text} ON CONFLICT (clinic_id) DO UPDATE SET ${changes}`,
      values,
    },
    {
      name: 'judge-clinic-anew',
      text: 'UPDATE case_standing SET reassess_at = least(reassess_at, $2) WHERE clinic_id = $1',
      values: [clinicId, timestamp(now)],
    },
  ];
}

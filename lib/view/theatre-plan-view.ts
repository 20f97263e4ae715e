import type { Room, Schedule } from '#lib/domain/theatre/schedule.ts';
import type { Day, Minutes } from '#lib/domain/units.ts';
import { formatDay, formatDuration, formatMinute } from './format-date.ts';
import { WEEKDAY_WORDS } from './weekday-words.ts';

/** `07:30–17:30`, `19:00–02:00 on the next day`. */
function hoursWords(from: Minutes, until: Minutes): string {
  const next = until > 1440 ? ' on the next day' : '';
  return `${formatMinute(from)}\u2013${formatMinute(until === 1440 ? 0 : until % 1440)}${next}`;
}

export type RoomView = {
  id: string;
  name: string;
  days: string;
  hours: string;
  cleaning: string;
  /** What the form that changes it starts from. */
  values: RoomValues;
};

export type RoomValues = {
  version: number;
  name: string;
  weekdays: readonly string[];
  opens: string;
  closes: string;
  cleaningMin: string;
};

export const NEW_ROOM: RoomValues = {
  version: 0,
  name: '',
  weekdays: ['1', '2', '3', '4', '5'],
  opens: '07:30',
  closes: '18:00',
  cleaningMin: '30',
};

export function roomView(room: Room): RoomView {
  const { id, name, weekdays, opensMin, closesMin, cleaningMin, version } = room;
  return {
    id,
    name,
    days: weekdays.map((day) => WEEKDAY_WORDS[day]?.slice(0, 3)).join(', '),
    hours: hoursWords(opensMin, closesMin),
    cleaning: formatDuration(cleaningMin),
    values: {
      version,
      name,
      weekdays: weekdays.map(String),
      opens: formatMinute(opensMin),
      closes: formatMinute(closesMin % 1440),
      cleaningMin: String(cleaningMin),
    },
  };
}

export type BlockView = {
  id: string;
  surgeon: string;
  room: string;
  when: string;
  since: string;
  /** Days that are other than usual. */
  exceptions: readonly string[];
};

/** The blocks in words, by weekday and time. */
export function blockViews(
  { blocks, exceptions }: Schedule,
  names: Readonly<Record<string, string>>,
  today: Day,
): readonly BlockView[] {
  const monday = (weekday: number) => (weekday + 6) % 7;
  return [...blocks]
    .sort((a, b) => monday(a.weekday) - monday(b.weekday) || a.fromMin - b.fromMin || (a.id < b.id ? -1 : 1))
    .map(({ id, surgeonId, roomId, weekday, fromMin, untilMin, firstDay, lastDay }) => ({
      id,
      surgeon: names[surgeonId] ?? 'somebody who left',
      room: names[roomId] ?? 'a room',
      when: `${WEEKDAY_WORDS[weekday]}, ${hoursWords(fromMin, untilMin)}`,
      since: [
        firstDay > today ? `from ${formatDay(firstDay)}` : null,
        lastDay === null ? null : `until ${formatDay(lastDay)}`,
      ]
        .filter(Boolean)
        .join(' '),
      exceptions: exceptions
        .filter((one) => one.blockId === id && one.day >= today)
        .sort((a, b) => a.day - b.day || a.recordedAt - b.recordedAt)
        .map(({ day, minutes }) =>
          minutes === null
            ? `${formatDay(day)}: no block`
            : `${formatDay(day)}: ${hoursWords(minutes.from, minutes.until)}`,
        ),
    }));
}

export type LeaveView = { id: string; who: string; when: string; note: string | null };

export function leaveViews(
  { leave }: Schedule,
  names: Readonly<Record<string, string>>,
): readonly LeaveView[] {
  return [...leave]
    .sort((a, b) => a.firstDay - b.firstDay || (a.id < b.id ? -1 : 1))
    .map(({ id, whoId, firstDay, lastDay, note }) => ({
      id,
      who: names[whoId] ?? 'somebody who left',
      when: firstDay === lastDay ? formatDay(firstDay) : `${formatDay(firstDay)} to ${formatDay(lastDay)}`,
      note,
    }));
}

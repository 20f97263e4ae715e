import 'server-only';
import { mayAttempt, requireClinic } from '#lib/auth/gate.ts';
import { noteListRead } from '#lib/data/list-reads.ts';
import { pool } from '#lib/data/pool.ts';
import { findTheatrePlan } from '#lib/data/schedules.ts';
import { listTheatreBookings } from '#lib/data/theatre-slots.ts';
import { dayFromIso, dayOf, isoDay, startOfDay } from '#lib/domain/case-day.ts';
import { weekdayOf } from '#lib/domain/theatre/schedule.ts';
import type { Day } from '#lib/domain/units.ts';
import { formatDay, formatInstant } from '#lib/view/format-date.ts';
import { theatreList } from '#lib/view/theatre-list.ts';
import { weekBoard } from '#lib/view/week-board.ts';

/** The theatres of a day or a week (`view`), with what is booked in them. */
export async function loadTheatreWeek(query: { day?: unknown; view?: unknown }) {
  const at = await requireClinic('case.read');
  const { clinic, now, person } = at;
  const today = dayOf(clinic.zone, now);
  const asked = (typeof query.day === 'string' ? dayFromIso(query.day) : null) ?? today;
  const isDay = query.view === 'day';
  const firstDay = isDay ? asked : asked - ((weekdayOf(asked) + 6) % 7);
  const days = isDay ? 1 : 7;
  const [plan, bookings] = await Promise.all([
    findTheatrePlan(pool(), clinic.id, firstDay),
    listTheatreBookings(pool(), clinic.id, {
      from: startOfDay(clinic.zone, firstDay),
      until: startOfDay(clinic.zone, firstDay + days),
      now,
    }),
  ]);
  const shown = bookings.map(({ caseId }) => caseId);
  await noteListRead({ list: 'theatre-week', clinicId: clinic.id, personId: person.id }, shown, now);
  const names = Object.fromEntries(plan.people.surgeons.map(({ id, name }) => [id, name]));
  const href = (day: Day, view: 'day' | 'week') => `/removals/week?day=${isoDay(day)}&view=${view}`;
  const last = firstDay + days - 1;
  const title = isDay ? formatDay(firstDay) : `${formatDay(firstDay)} to ${formatDay(last)}`;
  return {
    title,
    zone: clinic.zone,
    isDay,
    today: isoDay(today),
    board: weekBoard(plan.schedule, bookings, { firstDay, days, now }, names),
    list: theatreList(plan.schedule, bookings),
    printed: `${clinic.name}, theatres ${title}. Printed ${formatInstant(now, clinic.zone)} by ${person.name}.`,
    mayMove: mayAttempt(at, 'booking.write'),
    links: {
      previous: href(firstDay - days, isDay ? 'day' : 'week'),
      next: href(firstDay + days, isDay ? 'day' : 'week'),
      today: href(today, isDay ? 'day' : 'week'),
      day: href(isDay || today < firstDay || today > last ? firstDay : today, 'day'),
      week: href(firstDay, 'week'),
    },
  };
}

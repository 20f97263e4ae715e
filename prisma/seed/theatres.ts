import { dayOf } from '#lib/domain/case-day.ts';
import type { Instant } from '#lib/domain/units.ts';
import { addAnaesthetist } from '#lib/operations/add-anaesthetist.ts';
import { addBlock } from '#lib/operations/add-block.ts';
import { saveRoom } from '#lib/operations/save-room.ts';
import { accepted } from './accepted.ts';
import type { Clinic } from './clinic-story.ts';
import { randomOf } from './random.ts';

const WORKDAYS = [1, 2, 3, 4, 5];

/** Weekday, place in the list of rooms, and minutes, for each surgeon of a clinic. */
const WEEKS: readonly (readonly { weekday: number; room: number; from: number; until: number }[])[] = [
  [
    { weekday: 1, room: 0, from: 450, until: 780 },
    { weekday: 3, room: 0, from: 450, until: 1050 },
  ],
  [
    { weekday: 2, room: 0, from: 450, until: 780 },
    { weekday: 4, room: 1, from: 450, until: 1050 },
  ],
  [
    { weekday: 1, room: 1, from: 450, until: 1050 },
    { weekday: 5, room: 0, from: 450, until: 780 },
  ],
];

/** Gives a clinic two rooms, two anaesthetists and its surgeons' weekly blocks. */
export async function plantTheatres(clinic: Clinic, now: Instant): Promise<void> {
  const actor = clinic.schedulers[0];
  if (!actor) throw new Error('Nobody plans the theatres.');
  const random = randomOf(`theatres of ${clinic.zone}`);
  const rooms: string[] = [];
  for (const name of ['Theatre 3', 'Theatre 5']) {
    const hours = { opensMin: 450, closesMin: 1080, cleaningMin: 30 };
    const input = { id: random.id(now), version: 0, name, weekdays: WORKDAYS, retired: false, ...hours };
    rooms.push(accepted(await saveRoom({ actor, input, now }), name).id);
  }
  for (const name of ['Hollis Bramwell', 'Adaeze Nnamdi'])
    accepted(await addAnaesthetist({ actor, input: { id: random.id(now), name }, now }), name);
  for (const [place, surgeon] of clinic.surgeons.entries()) {
    for (const { weekday, room, from, until } of WEEKS[place % WEEKS.length] ?? []) {
      const input = {
        id: random.id(now),
        surgeonId: surgeon.personId,
        roomId: rooms[room] ?? '',
        weekday,
        fromMin: from,
        untilMin: until,
        firstDay: dayOf(clinic.zone, now),
        lastDay: null,
      };
      accepted(await addBlock({ actor, input, now }), 'a block');
    }
  }
}

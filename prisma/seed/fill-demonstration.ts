import { HOUR_MS, type Instant } from '#lib/domain/units.ts';
import { reassessDueStandings } from '#lib/operations/reassess-due-standings.ts';
import { type ClinicStory, foundClinic } from './clinic-story.ts';
import { FIRST_CLINIC, SECOND_CLINIC } from './demo-accounts.ts';
import { firstClinicStories, secondClinicStories } from './demonstration-cases.ts';
import { playStory } from './play-story.ts';
import { plantTheatres } from './theatres.ts';

const FIRST: ClinicStory = {
  slug: 'northmere',
  name: FIRST_CLINIC,
  zone: 'Europe/London',
  phone: '+44 20 7946 0321',
};
const SECOND: ClinicStory = {
  slug: 'valle-alto',
  name: SECOND_CLINIC,
  zone: 'America/Bogota',
  phone: '+57 601 555 0142',
};

const FOUNDED_BEFORE_MS = 4 * 365 * 24 * HOUR_MS;

/** Cases written at the same time, each in its own order. */
const AT_ONCE = 4;

/**
 * Fills an empty database with the two clinics of the demonstration as they would stand at `now`: every fact through
 * its operation, at the moment at which it would have been written. `say` is given lines of progress.
 */
export async function fillDemonstration(now: Instant, say: (line: string) => void): Promise<void> {
  const foundedAt = now - FOUNDED_BEFORE_MS;
  const first = await foundClinic(FIRST, foundedAt);
  const second = await foundClinic(SECOND, foundedAt);
  await plantTheatres(first, foundedAt);
  await plantTheatres(second, foundedAt);
  const waiting = [
    ...firstClinicStories(now, FIRST.zone).map((story) => ({ story, clinic: first })),
    ...secondClinicStories(now, SECOND.zone).map((story) => ({ story, clinic: second })),
  ];
  const total = waiting.length;
  let written = 0;
  const write = async () => {
    for (;;) {
      const next = waiting.shift();
      if (!next) return;
      await playStory(next.clinic, next.story, now);
      written += 1;
      if (written % 20 === 0 || written === total)
        say(`Filling the demonstration clinic: ${written} of ${total} cases.`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, write));
  await reassessDueStandings({ clinicId: null, now });
}

import type { Day } from '#lib/domain/units.ts';
import type { Complication } from './complicated-course.ts';
import type { CourseDays } from './prescribed-story.ts';
import type { ComplicationStory, Story, When } from './story.ts';
import { onWeekday } from './weekday.ts';

const at = (day: Day, hour: number): When => ({ day, minute: hour * 60 });

/** When infection that ends a course early is given up on: half way through consolidation. */
export function givenUpOn({ visitDay, removalDay }: CourseDays): Day {
  return onWeekday(visitDay + Math.max(4, Math.round((removalDay - visitDay) * 0.5)));
}

/** The complication of a closed course as the clinic recorded it. */
export function complicationTold(
  story: Story,
  days: CourseDays,
  complication: Complication,
): ComplicationStory {
  const firstDay = story.versions[0]?.from.day ?? days.lastDay;
  const { lastDay, visitDay } = days;
  const day = givenUpOn(days);
  switch (complication) {
    case 'infection-early-removal':
      return {
        ...infection(at(day - 5, 10), at(day + 15, 10)),
        clavienDindo: 'IIIb',
        severity: 'major',
        done: 'Swab, oral antibiotics, then intravenously.',
      };
    case 'infection-hold':
      return { ...infection(at(firstDay + 7, 10), at(firstDay + 12, 11)), done: 'Swab, oral antibiotics.' };
    case 'infection-washout':
      return {
        ...infection(at(visitDay + 5, 10), at(visitDay + 20, 10)),
        clavienDindo: 'IIIb',
        done: 'Intravenous antibiotics; washout in theatre.',
      };
    case 'port-accepted':
      return {
        ...failure('broken-arm', at(lastDay - 1, 10), at(visitDay, 14)),
        done: 'X-ray: near the target, accepted.',
      };
    case 'port-exchanged':
      return {
        ...failure('broken-arm', at(firstDay + 11, 15), at(firstDay + 13, 10)),
        clavienDindo: 'IIIb',
        severity: 'moderate',
        done: 'X-ray; listed to exchange the arm.',
      };
    case 'footplate':
      return {
        ...failure('loosened-footplate', at(firstDay + 9, 10), at(onWeekday(firstDay + 11) + 3, 10)),
        detectedBy: 'imaging',
        signs: [],
        clavienDindo: 'IIIb',
        severity: 'moderate',
        done: 'Held; listed to refix the footplate.',
      };
    case 'csf-leak':
      return leak(story.operation?.day ?? firstDay);
    case 'exposure':
      return {
        ...exposed(at(firstDay + 11, 9), at(firstDay + 14, 11)),
        severity: 'minor',
        done: 'Local care.',
      };
  }
}

const bare = { device: 0, detectedBy: 'family', clavienDindo: 'I', severity: 'minor', done: null } as const;

function infection(recorded: When, resolved: When): ComplicationStory {
  return {
    ...bare,
    kind: 'infection',
    onset: recorded.day - 1,
    recorded,
    signs: ['redness', 'pus'],
    clavienDindo: 'II',
    severity: 'moderate',
    resolved,
  };
}

function failure(
  what: 'broken-arm' | 'loosened-footplate',
  recorded: When,
  resolved: When,
): ComplicationStory {
  return {
    ...bare,
    kind: 'device-failure',
    failure: what,
    onset: recorded.day,
    recorded,
    signs: ['bent-or-loose-arm'],
    resolved,
  };
}

/** Metal that shows through the skin at the first device. */
export function exposed(recorded: When, resolved: When | null): ComplicationStory {
  return {
    ...bare,
    kind: 'exposure',
    onset: recorded.day - 1,
    recorded,
    signs: ['metal-showing'],
    resolved,
  };
}

function leak(operatedDay: Day): ComplicationStory {
  return {
    ...bare,
    kind: 'csf-leak',
    device: null,
    onset: operatedDay + 2,
    recorded: at(operatedDay + 2, 18),
    detectedBy: 'nurse',
    signs: ['clear-fluid'],
    severity: 'moderate',
    done: 'Kept in, head up; turning begins later.',
    resolved: at(operatedDay + 6, 10),
  };
}

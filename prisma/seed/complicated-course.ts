import type { Day } from '#lib/domain/units.ts';
import { complicationTold, givenUpOn } from './complications-told.ts';
import type { CourseDays } from './prescribed-story.ts';
import type { EventStory, OperationStory, Story } from './story.ts';
import { onWeekday } from './weekday.ts';

/** What went wrong in a closed course. */
export type Complication =
  | 'infection-early-removal'
  | 'infection-hold'
  | 'infection-washout'
  | 'port-accepted'
  | 'port-exchanged'
  | 'footplate'
  | 'csf-leak'
  | 'exposure';

/** On which day of the protocol a hold of the complication begins, and for how many days. */
export const HOLDS: Partial<Record<Complication, { n: number; days: number; reason: string }>> = {
  'infection-hold': {
    n: 9,
    days: 4,
    reason: 'Wound infection at the left arm: hold until the swab is back.',
  },
  footplate: { n: 10, days: 5, reason: 'Footplate loose on X-ray: hold until it is refixed.' },
  exposure: { n: 12, days: 3, reason: 'Skin thin over the hardware: hold, local care.' },
};

/** The course with what the complication changed in it. */
export function withComplication(story: Story, days: CourseDays, complication: Complication): Story {
  return {
    ...changedBy(story, days, complication),
    complications: [complicationTold(story, days, complication)],
  };
}

function changedBy(story: Story, days: CourseDays, complication: Complication): Story {
  const { lastDay, visitDay } = days;
  const firstDay = story.versions[0]?.from.day ?? lastDay;
  switch (complication) {
    case 'infection-early-removal': {
      const day = givenUpOn(days);
      return endedBy(story, day, 'Wound infection in consolidation, not settling on antibiotics.', {
        kind: 'removal',
        ended: { day: onWeekday(day + 1), minute: 9 * 60 + 30 },
        note: 'Early removal for infection; wound washed out.',
      });
    }
    case 'infection-hold':
      return siteNoted(story, firstDay + 7, 'red, discharge at the arm');
    case 'infection-washout':
      return withOperation(story, onWeekday(visitDay + 6), 'Wound washout in theatre; hardware kept.');
    case 'port-accepted': {
      const day = lastDay - 2;
      return {
        ...notEngaging(story, 0, day, lastDay),
        events: story.events.map((event) =>
          event.kind === 'activation-ended'
            ? { ...event, reason: 'Port of the left arm broken near the target: accepted.' }
            : event,
        ),
      };
    }
    case 'port-exchanged':
      return withOperation(
        notEngaging(story, 0, firstDay + 11, firstDay + 12),
        firstDay + 12,
        'Broken port: arm of the left device exchanged.',
      );
    case 'footplate':
      return withOperation(
        {
          ...story,
          readings: story.readings.map((reading) =>
            reading.device === 0 && reading.taken.day > firstDay + 3 && reading.taken.day < firstDay + 13
              ? { ...reading, value: { offUm: -3200 }, note: 'footplate loose' }
              : reading,
          ),
        },
        onWeekday(firstDay + 11),
        'Loosened footplate of the left device refixed.',
      );
    case 'csf-leak':
      return {
        ...story,
        operationNote: `${story.operationNote} Dural tear, repaired; clear fluid from the wound on day 2, kept in.`,
      };
    case 'exposure':
      return siteNoted(story, firstDay + 10, 'metal shows through the skin');
  }
}

function endedBy(story: Story, day: Day, reason: string, removal: OperationStory): Story {
  const stopped: EventStory = { kind: 'stopped-early', decided: { day, minute: 11 * 60 }, reason };
  const closed = story.closed && {
    ...story.closed,
    when: { ...story.closed.when, day: removal.ended.day + 21 },
  };
  const readings = story.readings.filter(({ taken }) => taken.day < removal.ended.day);
  return { ...story, readings, events: [...story.events, stopped], operations: [removal], closed };
}

function withOperation(story: Story, day: Day, note: string): Story {
  const operation: OperationStory = { kind: 'other', ended: { day, minute: 13 * 60 + 15 }, note };
  return { ...story, operations: [operation, ...story.operations] };
}

function siteNoted(story: Story, from: Day, siteLook: string): Story {
  const { turns } = story;
  return {
    ...story,
    turns: (asked) =>
      turns(asked).map((told) =>
        asked.device === 0 && asked.day >= from && asked.day < from + 3 ? { ...told, siteLook } : told,
      ),
  };
}

function notEngaging(story: Story, device: number, from: Day, before: Day): Story {
  const { turns } = story;
  return {
    ...story,
    turns: (asked) => {
      const told = turns(asked);
      const fails = asked.device === device && asked.day >= from && asked.day < before && !asked.isHold;
      return fails ? told.map((one) => ({ ...one, outcome: 'could-not-engage' as const, centi: 0 })) : told;
    },
  };
}

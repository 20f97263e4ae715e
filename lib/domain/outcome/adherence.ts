import type { Course } from '#lib/domain/timeline/course.ts';

/** The slots of all devices in which a turn was planned. What is neither done nor unknown departed from the plan. */
export type Adherence = {
  slotsDue: number;
  /** Turned as planned. */
  slotsDone: number;
  /** Never reported, or nobody was sure: they may have been turned. */
  slotsUnknown: number;
};

export function adherenceOf({ devices }: Course): Adherence {
  const counted = { slotsDue: 0, slotsDone: 0, slotsUnknown: 0 };
  for (const { entries } of devices) {
    for (const { planKind, status } of entries) {
      if (planKind !== 'turn') continue;
      counted.slotsDue += 1;
      if (status === 'done') counted.slotsDone += 1;
      if (status === 'unreported' || status === 'not-sure') counted.slotsUnknown += 1;
    }
  }
  return counted;
}

/** What a clinic sets besides the tolerances, as its forms show it. */
export const SETTINGS = {
  latencyDays: {
    name: 'latencyDays',
    label: 'Latency',
    unit: 'days',
    what: 'From the operation to the first turn.',
  },
  minIntervalMin: {
    name: 'minIntervalMin',
    label: 'Shortest time between two turns',
    unit: 'hours',
    what: 'Turns closer together raise a flag.',
  },
  contactDays: {
    name: 'contactDays',
    label: 'Longest time without contact',
    unit: 'days',
    what: 'In activation, with a clinician.',
  },
  overdueRemovalDays: {
    name: 'overdueRemovalDays',
    label: 'Removal overdue',
    unit: 'days',
    what: 'So long after consolidation was to end; it holds for every open case.',
  },
  cosignHours: {
    name: 'cosignHours',
    label: 'Waits for a signature',
    unit: 'hours',
    what: 'A version that needs a surgeon expires after so long.',
  },
  retroactiveHours: {
    name: 'retroactiveHours',
    label: 'Begins in the past',
    unit: 'hours',
    what: 'A version may begin so long before it is written.',
  },
} as const;

/** The instant at which the browser tests' server and pages stand still: a Wednesday morning in a week without clock changes. */
export const testClock = new Date('2026-03-04T09:30:00Z');

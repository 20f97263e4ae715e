import type { Day, Instant, Minutes } from '#lib/domain/units.ts';

/** A part of time, half-open: one may begin at the instant another ends. */
export type Span = { from: Instant; until: Instant };

/** An operating room. Minutes are of the clinic's local day; past 1440 is after midnight. */
export type Room = {
  id: string;
  name: string;
  /** 0 is Sunday. */
  weekdays: readonly number[];
  opensMin: Minutes;
  closesMin: Minutes;
  cleaningMin: Minutes;
  version: number;
};

/** A surgeon's time in a room on one weekday, each week from `firstDay` on. */
export type Block = {
  id: string;
  surgeonId: string;
  roomId: string;
  weekday: number;
  fromMin: Minutes;
  untilMin: Minutes;
  firstDay: Day;
  /** Null: until it is removed. */
  lastDay: Day | null;
};

/** A day on which a block has other hours, or (null) is not there. The latest entry of a day holds. */
export type BlockException = {
  blockId: string;
  day: Day;
  minutes: { from: Minutes; until: Minutes } | null;
  recordedAt: Instant;
};

/** Days, the last one included, on which a surgeon or an anaesthetist is away. */
export type Leave = { id: string; whoId: string; firstDay: Day; lastDay: Day; note: string | null };

/** When theatres are open and who works in them, in the zone of the clinic. */
export type Schedule = {
  zone: string;
  rooms: readonly Room[];
  blocks: readonly Block[];
  exceptions: readonly BlockException[];
  leave: readonly Leave[];
};

/** One occurrence of a block, cut to the hours of its room. */
export type BlockSpan = Span & { blockId: string; surgeonId: string; roomId: string; day: Day };

/** Time that is taken up: `until` is the end of the operation, `roomUntil` that of the cleaning after it. */
export type BusySpan = Span & {
  bookingId: string;
  /** False: of another clinic in which a surgeon works too. */
  isHere: boolean;
  roomId: string;
  surgeonId: string;
  anaesthetistId: string | null;
  patientId: string;
  roomUntil: Instant;
};

/** 0 is Sunday. */
export function weekdayOf(day: Day): number {
  return (((day + 4) % 7) + 7) % 7;
}

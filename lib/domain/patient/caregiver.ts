import type { Instant } from '#lib/domain/units.ts';

/** Who turns at home, how to reach them, and what they were taught. `version` counts the changes. */
export type Caregiver = {
  id: string;
  name: string;
  relation: string;
  /** BCP 47 tag. */
  language: string;
  phone: string | null;
  bestTime: string | null;
  taughtById: string | null;
  taughtAt: Instant | null;
  teachBackSeen: boolean;
  toolHandedOver: boolean;
  version: number;
};

/** What the judgement of a case asks of a caregiver. */
export type CaregiverFact = Pick<Caregiver, 'id' | 'name' | 'relation' | 'taughtAt'> & {
  recordedAt: Instant;
};

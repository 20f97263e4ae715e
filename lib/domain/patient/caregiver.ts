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

/** What a version of the record says of the training; null: that there was none. */
export type TrainingRecord = { version: number; taughtAt: Instant | null; recordedAt: Instant };

/** What a case asks of a caregiver: who they are and what they speak now, and all that was recorded of their training. */
export type CaregiverFact = Pick<Caregiver, 'id' | 'name' | 'relation' | 'language'> & {
  trainings: readonly TrainingRecord[];
  recordedAt: Instant;
};

/** When they were taught by what is on record now, or was at an instant; null: they were not. */
export function taughtAt({ trainings }: CaregiverFact, asOf = Number.POSITIVE_INFINITY): Instant | null {
  const said = trainings.filter(({ recordedAt }) => recordedAt <= asOf);
  return (
    said.reduce<TrainingRecord | null>((last, one) => (last && last.version > one.version ? last : one), null)
      ?.taughtAt ?? null
  );
}

/**
 * Whether they had been taught by an instant: by what stood on record then, or by what stands now. So a training that
 * came later excuses no earlier turn, one that was entered late does, and a refresher takes nothing back.
 */
export function wasTaughtBy(caregiver: CaregiverFact, at: Instant): boolean {
  return [taughtAt(caregiver), taughtAt(caregiver, at)].some((taught) => taught !== null && taught <= at);
}

import type { Site } from '#lib/domain/facts.ts';
import type { RateBand } from './validate.ts';
import type { ConsolidationRule, MissedTurnRule, Tolerances } from './version.ts';

/** What a new protocol of a clinic starts from. Data of the clinic: an administrator changes it, no rule reads it. */
export type ClinicDefaults = {
  tolerances: Tolerances;
  minIntervalMin: number;
  contactDays: number;
  latencyDays: number;
  sessions: readonly number[];
  consolidation: ConsolidationRule;
  missedTurnRule: MissedTurnRule;
  bands: Partial<Record<Site, RateBand>>;
  overdueRemovalDays: number;
  /** A version that needs a surgeon's signature waits for it so many hours, then it expires. */
  cosignHours: number;
  /** A version may begin so many hours before it is written: what was told on the phone yesterday. */
  retroactiveHours: number;
};

/** What an administrator sets for the clinic; `version` counts the changes. */
export type ClinicSettings = { phone: string | null; defaults: ClinicDefaults; version: number };

/**
 * What a new clinic is given, labelled as a default wherever it is shown. Tolerances: clinical.md §6, "none published".
 * Band: 0.5–2 mm/day, seen in the posterior vault (Franco-Mesa et al.; clinical.md §2). Grace, interval, notice,
 * days of events and the hours for signing and for writing afterwards have no published figure at all.
 */
export const FIRST_DEFAULTS: ClinicDefaults = {
  tolerances: {
    graceMin: 240,
    missedSlots: 2,
    silenceMin: 1440,
    behindUm: 1000,
    aheadUm: 500,
    asymmetryUm: 1000,
    measuredUm: 1500,
    measuredPermille: 100,
    travelNoticeDays: 3,
    eventDays: 7,
  },
  minIntervalMin: 240,
  contactDays: 7,
  latencyDays: 3,
  sessions: [8 * 60, 20 * 60],
  consolidation: { kind: 'fixed-days', days: 56 },
  missedTurnRule: {
    en: 'Do not double up. Do the next turn at its usual time and tell the clinic.',
    es: 'No duplique. Haga el siguiente giro a su hora habitual y avise a la clínica.',
  },
  bands: { 'posterior-cranial-vault': { leastUmPerDay: 500, mostUmPerDay: 2000 } },
  overdueRemovalDays: 28,
  cosignHours: 48,
  retroactiveHours: 72,
};

/** What holds for a site without a band of its own: the widest seen, so that a co-signature is asked rather than not. */
export const WIDEST_BAND: RateBand = { leastUmPerDay: 500, mostUmPerDay: 2000 };

/** The band for a site. */
export function bandFor(defaults: ClinicDefaults, site: Site): RateBand {
  return defaults.bands[site] ?? WIDEST_BAND;
}

import type { Assessment } from '#lib/domain/assessment.ts';
import { CALL_RULES } from '#lib/domain/contact/call-rules.ts';
import type { FlagLevel } from '#lib/domain/facts.ts';
import { type Instant, MINUTE_MS } from '#lib/domain/units.ts';
import { lastContactWords } from './contact-words.ts';
import { ENCOUNTER_WORDS } from './family-flag-sentence.ts';
import { flagSentence } from './flag-sentence.ts';
import { formatDuration, formatInstant, formatInstantShort } from './format-date.ts';
import { languageWords } from './language-choices.ts';
import { patientName } from './patient-banner.ts';

type Caregiver = {
  id: string;
  name: string;
  relation: string;
  language: string;
  phone: string | null;
  bestTime: string | null;
};

type CallCase = {
  caseId: string;
  zone: string;
  patient: { familyName: string; givenName: string; mrn: string };
  caregivers: readonly Caregiver[];
  assessment: Assessment;
};

/** A family on the list of calls. */
export type CallRow = {
  caseId: string;
  name: string;
  mrn: string;
  level: FlagLevel;
  /** Why they are called, worst first. */
  reasons: readonly string[];
  caregivers: readonly {
    id: string;
    name: string;
    language: string;
    phone: string | null;
    bestTime: string | null;
  }[];
  /** The latest contact in words; null: none is on record. */
  last: string | null;
  /** What clinic and family met in since then, `the operation, 04-Mar-2026 10:15`, where it is known; else null. */
  met: string | null;
  /** `26 h since the last report`; null: nothing was ever reported. */
  heard: string | null;
  /** The devices of which turns could be held from the next session on. */
  holdable: readonly { value: string; label: string }[];
};

/** A line of the list of calls: the open flags that a call settles. `at` is now. */
export function callRow({ caseId, zone, patient, caregivers, assessment }: CallCase, at: Instant): CallRow {
  const { devices, flags, lastContact, lastReportAt } = assessment;
  const open = flags.filter(
    ({ acknowledged, evidence }) => acknowledged === null && CALL_RULES.includes(evidence.rule),
  );
  const heard = lastReportAt === null ? null : Math.max(0, Math.floor((at - lastReportAt) / MINUTE_MS));
  return {
    caseId,
    name: patientName(patient),
    mrn: patient.mrn,
    level: open[0]?.level ?? 'information',
    reasons: open.map((flag) => flagSentence(flag, { devices, zone }).headline),
    caregivers: caregivers.map(({ id, name, relation, language, phone, bestTime }) => ({
      id,
      name: `${name}, ${relation}`,
      language: languageWords(language),
      phone,
      bestTime,
    })),
    holdable: holdable(assessment),
    last: lastContactWords(lastContact, zone),
    met: metSince(assessment, zone),
    heard: heard === null ? null : `${formatDuration(heard)} since the last report`,
  };
}

/** The encounter that a contact is overdue since, unless it is the latest contact itself. */
function metSince({ flags, lastContact }: Assessment, zone: string): string | null {
  for (const { evidence } of flags) {
    if (evidence.rule !== 'contact-overdue') continue;
    const { sinceAt, encounter } = evidence;
    if (lastContact === null || lastContact.at < sinceAt)
      return `${ENCOUNTER_WORDS[encounter]}, ${formatInstant(sinceAt, zone)}`;
  }
  return null;
}

/** The devices that are in place and turned by the plan: what can be held from the next session on. */
export function holdable({ phase, devices }: Pick<Assessment, 'phase' | 'devices'>): CallRow['holdable'] {
  if (phase.kind !== 'latency' && phase.kind !== 'activation') return [];
  return devices
    .filter(({ inPlace, plannedUm, onHold }) => inPlace && plannedUm !== null && !onHold)
    .map(({ deviceId, label }) => ({ value: deviceId, label }));
}

/** A family that was reached today: `04-Mar 10:15`. */
export function spokenWords(reachedAt: Instant, zone: string): string {
  return formatInstantShort(reachedAt, zone);
}

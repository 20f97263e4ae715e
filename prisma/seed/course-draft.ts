import type { Site } from '#lib/domain/facts.ts';
import type { ConsolidationRule } from '#lib/domain/protocol/version.ts';
import type { Day, Minutes, Um } from '#lib/domain/units.ts';
import type { PatientFields } from '#lib/schemas/patient.ts';
import type { Family } from './names.ts';
import type { Asked, DeviceStory, Habit, Story, TurnStory } from './story.ts';
import { onWeekdayBefore } from './weekday.ts';

/** What a course is told from; the rest of the story follows. */
export type CourseDraft = {
  key: string;
  mrn: string;
  family: Family;
  ageDays: number;
  condition: Pick<PatientFields, 'diagnosis' | 'sutureCodes' | 'syndrome'>;
  surgeon: number;
  site: Site;
  zone: string;
  /** First day on which a turn is asked for. */
  firstDay: Day;
  latencyDays: number;
  devices: readonly DeviceStory[];
  sessions: readonly Minutes[];
  perSession: readonly (readonly number[])[];
  targetsUm: readonly Um[];
  consolidation: ConsolidationRule;
  habit: Habit;
  turns: (asked: Asked) => readonly TurnStory[];
};

const OPERATED = 11 * 60 + 40;

/** A course with its operation, its first version and its training; `change` tells what is particular to it. */
export function courseStory(draft: CourseDraft, change: Partial<Story> = {}): Story {
  const { family, firstDay, latencyDays, zone } = draft;
  const operatedDay = latencyDays === 0 ? firstDay : onWeekdayBefore(firstDay - latencyDays);
  return {
    key: draft.key,
    patient: {
      mrn: draft.mrn,
      familyName: family.familyName,
      givenName: family.givenName,
      sex: family.sex,
      bornDay: operatedDay - draft.ageDays,
      ...draft.condition,
    },
    caregivers: caregiversOf(draft),
    surgeon: draft.surgeon,
    site: draft.site,
    zone,
    opened: {
      day: onWeekdayBefore(operatedDay - Math.min(24, Math.max(2, draft.ageDays - 3))),
      minute: 10 * 60 + 15,
    },
    operation: { day: operatedDay, minute: OPERATED },
    operationNote: operationNote(draft),
    devices: draft.devices,
    versions: [
      {
        from: { day: firstDay, slot: firstSlot(draft) },
        decided: { day: operatedDay, minute: OPERATED + 75 },
        sessions: draft.sessions,
        perSession: draft.perSession,
        targetsUm: draft.targetsUm,
        consolidation: draft.consolidation,
        reason: 'First protocol, as planned before the operation.',
        toldAfterMin: 24 * 60,
      },
    ],
    habit: draft.habit,
    turns: draft.turns,
    readings: [],
    events: [],
    operations: [],
    complications: [],
    decisions: [],
    contacts: [],
    closed: null,
    ...change,
  };
}

/** Where turning begins on the day of the operation, it begins with the first session after it. */
function firstSlot({ latencyDays, sessions }: CourseDraft): number {
  if (latencyDays > 0) return 1;
  return Math.max(1, sessions.findIndex((minute) => minute > OPERATED + 120) + 1);
}

function operationNote({ site, devices }: CourseDraft): string {
  const count = `${devices.length} ${devices.length === 1 ? 'distractor' : 'distractors'}`;
  const what =
    site === 'posterior-cranial-vault'
      ? 'Posterior vault osteotomy'
      : site === 'mandible'
        ? 'Mandibular osteotomy'
        : 'Osteotomy';
  return `${what}, ${count} placed; test activation without resistance.`;
}

function caregiversOf({ key, family }: CourseDraft): Story['caregivers'] {
  const digits = [...key].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1000, 7);
  const phone = (last: number) => `+44 7700 900${String((digits + last) % 1000).padStart(3, '0')}`;
  const untaught = { taughtById: null, taughtAt: null, teachBackSeen: false, toolHandedOver: false };
  const { language, mother, father } = family;
  return [
    { name: mother, relation: 'mother', language, phone: phone(0), bestTime: 'mornings', ...untaught },
    {
      name: father,
      relation: 'father',
      language,
      phone: phone(37),
      bestTime: 'after 18:00',
      ...untaught,
    },
  ];
}

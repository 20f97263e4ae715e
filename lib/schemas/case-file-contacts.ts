import { z } from 'zod';
import { SIGNS } from '#lib/domain/complication/complication.ts';
import { CONTACT_KINDS, CONTACT_OUTCOMES, type Contact } from '#lib/domain/contact/contact.ts';
import type { CaregiverFact } from '#lib/domain/patient/caregiver.ts';
import type { Instant } from '#lib/domain/units.ts';
import { list, moment, name, text, word } from './case-file-fields.ts';
import { momentIn, momentOr, type Reading } from './case-file-reading.ts';

export const caregiverShape = z.strictObject({
  id: name.optional(),
  name,
  relation: name,
  taughtAt: moment.nullable().default(null),
  recordedAt: moment.optional(),
});

export const contactShape = z.strictObject({
  id: name.optional(),
  kind: word(CONTACT_KINDS).default('call'),
  at: moment,
  with: name.nullable().default(null),
  outcome: word(CONTACT_OUTCOMES).default('reached'),
  signs: list(word(SIGNS), SIGNS.length).default([]),
  note: text.nullable().default(null),
  by: name.default('not stated'),
  recordedAt: moment.optional(),
});

type Caregivers = readonly z.output<typeof caregiverShape>[];

/** A caregiver of a case file: on record since the operation, or since the training, unless the file says when. */
export function caregiverOf(
  written: Caregivers[number],
  index: number,
  operatedAt: Instant | null,
  reading: Reading,
): CaregiverFact {
  const path = ['caregivers', index];
  const taughtAt = momentOr(reading, written.taughtAt, [...path, 'taughtAt'], null);
  const known = operatedAt ?? taughtAt ?? 0;
  const recordedAt = momentOr(reading, written.recordedAt, [...path, 'recordedAt'], known);
  return {
    id: written.id ?? written.name,
    name: written.name,
    relation: written.relation,
    language: 'und',
    trainings: [{ version: 1, taughtAt, recordedAt }],
    recordedAt,
  };
}

/** A contact of a case file; whom it was with is named as under `caregivers`. */
export function contactOf(
  written: z.output<typeof contactShape>,
  index: number,
  { caregivers }: { caregivers: Caregivers },
  reading: Reading,
): Contact {
  const path = ['contacts', index];
  const { kind, outcome, signs, note } = written;
  const caregiver = caregivers.find((one) => one.name === written.with);
  if (written.with !== null && !caregiver) {
    const message = 'nobody under "caregivers" has this name; add them, or leave it out';
    reading.problems.push({ path: [...path, 'with'], message });
  }
  if (outcome === 'no-answer' && signs.length > 0) {
    const message = 'who did not answer told of no sign; leave them out, or change the outcome';
    reading.problems.push({ path: [...path, 'signs'], message });
  }
  const at = momentIn(reading, written.at, [...path, 'at']);
  const recordedAt = momentOr(reading, written.recordedAt, [...path, 'recordedAt'], at);
  return {
    id: written.id ?? `contact-${index + 1}`,
    kind,
    at,
    caregiverId: caregiver ? (caregiver.id ?? caregiver.name) : null,
    outcome,
    signs,
    note,
    byId: written.by,
    recordedAt,
    signsToldAt: recordedAt,
  };
}

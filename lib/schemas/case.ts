import { z } from 'zod';
import { SITES } from '#lib/domain/facts.ts';
import { caregiverFields } from './caregiver.ts';
import {
  choiceField,
  idField,
  optionalTextField,
  orNull,
  textField,
  wholeField,
  zoneField,
} from './form-fields.ts';
import { patientFields } from './patient.ts';

const caseFields = {
  surgeonId: z.uuid('choose the surgeon').toLowerCase(),
  site: choiceField(SITES, 'choose the site'),
  zone: zoneField,
};

/** A new case, of a patient on record (`id`) or with a new one; ids are made by the client. */
export const openCaseInput = z.object({
  caseId: idField,
  ...caseFields,
  patient: z.union([
    z.object({ kind: z.literal('existing'), id: idField }),
    z.intersection(z.object({ kind: z.literal('new'), id: idField }), patientFields),
  ]),
  caregiver: orNull(z.intersection(z.object({ id: idField }), caregiverFields)),
});
export type OpenCaseInput = z.output<typeof openCaseInput>;

/** A change of the case's header; `version` is the one that was on the screen. */
export const updateCaseInput = z.object({
  ...caseFields,
  version: wholeField(1, 1_000_000_000, 'the version'),
});
export type UpdateCaseInput = z.output<typeof updateCaseInput>;

const CLOSED_AS = ['completed', 'transferred', 'died', 'entered-in-error'] as const;

/** Ends a case, confirmed by the child's family name. `completed` needs a recorded removal; anything else a reason in words. */
export const closeCaseInput = z
  .object({
    closedAs: choiceField(CLOSED_AS, 'choose why the case ends'),
    reason: optionalTextField(500),
    confirmedName: textField(120, 'type the family name as it stands in the banner'),
    version: wholeField(1, 1_000_000_000, 'the version'),
  })
  .superRefine(({ closedAs, reason }, context) => {
    if (closedAs !== 'completed' && reason === null) {
      context.addIssue({ code: 'custom', path: ['reason'], message: 'say why the case is closed' });
    }
  });
export type CloseCaseInput = z.output<typeof closeCaseInput>;

import { caregiverFields } from './caregiver.ts';
import { type OpenCaseInput, openCaseInput } from './case.ts';
import { idField } from './form-fields.ts';
import { controlText, momentText } from './form-moment.ts';
import { patientFields } from './patient.ts';

type Issue = { path: PropertyKey[]; message: string };

const caseForm = openCaseInput.pick({ caseId: true, surgeonId: true, site: true, zone: true });

const SAYS_SOMEBODY = ['name', 'relation', 'phone', 'bestTime', 'taughtById', 'taughtAtDay', 'taughtAtTime'];

/**
 * The form of a new case: one flat list of controls for patient, caregiver and case. The caregiver is left out when
 * nothing of one is filled in. With `existingPatient` the case is for a patient on record. The paths of the issues
 * are the names of the controls; `taughtAt` stands for its two.
 */
export function readNewCase(form: FormData): { input: OpenCaseInput } | { issues: Issue[] } {
  const typed = Object.fromEntries(form);
  const header = caseForm.safeParse(typed);
  const existing = controlText(form, 'existingPatient') === 'yes';
  const patientId = idField.safeParse(form.get('patientId'));
  const fields = existing
    ? null
    : patientFields.safeParse({ ...typed, sutureCodes: form.getAll('sutureCodes') });
  const isSomebody =
    SAYS_SOMEBODY.some((name) => controlText(form, name) !== '') ||
    form.has('teachBackSeen') ||
    form.has('toolHandedOver');
  const caregiver = isSomebody ? readCaregiver(form) : null;
  const caregiverId = idField.safeParse(form.get('caregiverId'));
  if (
    header.success &&
    patientId.success &&
    caregiverId.success &&
    (fields === null || fields.success) &&
    (caregiver === null || caregiver.success)
  ) {
    return {
      input: {
        ...header.data,
        patient:
          fields === null
            ? { kind: 'existing', id: patientId.data }
            : { kind: 'new', id: patientId.data, ...fields.data },
        caregiver: caregiver === null ? null : { id: caregiverId.data, ...caregiver.data },
      },
    };
  }
  return {
    issues: [fields, caregiver, header, patientId, caregiverId].flatMap((part) =>
      part === null || part.success ? [] : (part.error.issues as Issue[]),
    ),
  };
}

/** The controls of a caregiver. */
function readCaregiver(form: FormData) {
  return caregiverFields.safeParse(caregiverTyped(form));
}

/** What is typed of a caregiver; ticks are on or off. */
export function caregiverTyped(form: FormData) {
  return {
    ...Object.fromEntries(form),
    taughtAt: momentText(form, 'taughtAt'),
    teachBackSeen: form.has('teachBackSeen'),
    toolHandedOver: form.has('toolHandedOver'),
  };
}

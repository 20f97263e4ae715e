import { expect, test } from 'vitest';
import { readNewCase } from './new-case-form.ts';

const typed = {
  caseId: '0198a000-0000-7000-8000-000000000001',
  patientId: '0198a000-0000-7000-8000-000000000002',
  caregiverId: '0198a000-0000-7000-8000-000000000003',
  surgeonId: '0198a000-0000-7000-8000-000000000004',
  site: 'mandible',
  zone: 'Europe/London',
  mrn: 'M1',
  familyName: 'Okafor',
  givenName: 'Ada',
  sex: 'female',
  bornDay: '2026-02-01',
  language: 'es',
};

function read(values: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.append(name, value);
  return readNewCase(form);
}

const controlsAtFault = (values: Record<string, string>) => {
  const result = read(values);
  return 'issues' in result ? result.issues.map(({ path }) => path.at(0)) : [];
};

test('a language alone is no caregiver', () => {
  expect(read(typed)).toMatchObject({ input: { caregiver: null, patient: { kind: 'new', mrn: 'M1' } } });
});

test('a caregiver of whom something is said is read whole', () => {
  expect(controlsAtFault({ ...typed, phone: '1' })).toEqual(['name', 'relation']);
  expect(read({ ...typed, name: 'Lan', relation: 'mother' })).toMatchObject({
    input: { caregiver: { id: typed.caregiverId, name: 'Lan', language: 'es', taughtAt: null } },
  });
});

test('what is wrong is said at each control, of patient and case at once', () => {
  expect(
    controlsAtFault({ ...typed, mrn: '', bornDay: '2026-02-30', zone: 'Mars/Base', surgeonId: '' }),
  ).toEqual(['mrn', 'bornDay', 'surgeonId', 'zone']);
});

test('a case for a patient on record asks nothing about the patient', () => {
  const { mrn: _, familyName: __, ...rest } = typed;
  expect(read({ ...rest, existingPatient: 'yes' })).toMatchObject({
    input: { patient: { kind: 'existing', id: typed.patientId } },
  });
});

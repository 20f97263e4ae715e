import { expect, test } from 'vitest';
import { FIRST_DEFAULTS } from '#lib/domain/protocol/clinic-defaults.ts';
import { clinicSettingsDraft } from '#lib/view/clinic-settings.ts';
import { clinicSettingsInput } from './clinic-settings.ts';
import { readClinicSettingsForm } from './clinic-settings-form.ts';

const shown = clinicSettingsDraft({ phone: '+41 44 000 00 00', defaults: FIRST_DEFAULTS, version: 3 });

function send(change: Record<string, string> = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ version: '3', ...shown.values, ...change }))
    form.set(name, value);
  const { values, controlOf } = readClinicSettingsForm(form);
  const parsed = clinicSettingsInput.safeParse(values);
  return parsed.success
    ? parsed.data
    : parsed.error.issues.map(({ path, message }) => `${controlOf(path)}: ${message}`);
}

test('what the form shows is what it saves', () => {
  expect(send()).toEqual({ version: 3, phone: '+41 44 000 00 00', defaults: FIRST_DEFAULTS });
});

test.each([
  [{ 'band.mandible.least': '1' }, ['band.mandible.most: give both ends of the band, or neither']],
  [
    { 'band.mandible.least': '2', 'band.mandible.most': '1' },
    ['band.mandible.most: give a fastest rate that is not below the slowest'],
  ],
  [{ sessions: '20:00, 08:00' }, ['sessions: give each time once, the earliest first']],
  [
    { sessions: '08:00, 11:59' },
    ['sessions: leave the shortest time between two turns between each and the next'],
  ],
  [{ sessions: ' ' }, ['sessions: give at least one time, such as 08:00']],
  [{ sessions: '8 o’clock' }, ['sessions: give a time from 00:00 to 23:59, such as 08:00']],
  [{ missedTurnEs: '' }, ['missedTurnEs: fill this in']],
])('%o is refused at its control', (change, expected) => {
  expect(send(change)).toEqual(expect.arrayContaining(expected));
});

test('every default has its published source beside it, or that none is published', () => {
  const controls = Object.keys(shown.values).filter((name) => name !== 'phone' && !name.startsWith('band.'));
  const sourceOf = (name: string) =>
    shown.sources[name.replace(/^(consolidation|missedTurn)(Kind|Value|En|Es)$/, '$1')];
  expect(controls.filter((name) => !sourceOf(name))).toEqual([]);
  expect(shown.bands.every(({ source }) => source !== '')).toBe(true);
});

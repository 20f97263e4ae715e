import { expect, test } from 'vitest';
import { publishProtocolInput } from './protocol.ts';
import { readProtocolForm } from './protocol-form.ts';

const DEVICE = '0198a000-0000-7000-8000-000000000001';

const typed = {
  id: '0198a000-0000-7000-8000-0000000000aa',
  seenVersion: '0',
  kind: 'first',
  reasonCode: 'first-prescription',
  fromDay: '2026-03-10',
  fromSlot: '1',
  deviceId: DEVICE,
  'time.1': '08:00',
  'time.3': '20:00',
  [`amount.${DEVICE}.1`]: '1/3',
  [`amount.${DEVICE}.3`]: '-1',
  [`target.${DEVICE}`]: '20',
  minIntervalMin: '4',
  graceMin: '1,5',
  missedSlots: '2',
  silenceMin: '24',
  behindUm: '1',
  aheadUm: '0.5',
  asymmetryUm: '1',
  measuredUm: '1.5',
  measuredPermille: '10',
  travelNoticeDays: '3',
  eventDays: '7',
  missedTurnEn: 'Do not double up.',
  missedTurnEs: 'No duplique.',
  contactDays: '7',
  consolidationKind: 'multiple-of-activation',
  consolidationValue: '1.9',
  reason: 'First protocol',
};

function formOf(values: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.append(name, value);
  return form;
}

const problemsOf = (values: Record<string, string>) => {
  const { values: read, controlOf } = readProtocolForm(formOf(values));
  return publishProtocolInput.safeParse(read).error?.issues.map(({ path }) => controlOf(path)) ?? [];
};

test('empty rows are not sessions; hours and per cent become minutes and parts of a thousand', () => {
  const { values, rows } = readProtocolForm(formOf(typed));
  expect(rows).toEqual([1, 3]);
  expect(publishProtocolInput.parse(values)).toMatchObject({
    sessions: [480, 1200],
    devices: [{ deviceId: DEVICE, perSession: [33, -100], targetUm: 20_000 }],
    minIntervalMin: 240,
    tolerances: { graceMin: 90, silenceMin: 1440, measuredPermille: 100 },
    consolidation: { kind: 'multiple-of-activation', ratioHundredths: 190 },
    lastDay: null,
    toldAt: null,
  });
});

test.each<[string, string]>([
  ['time.3', '25:00'],
  [`amount.${DEVICE}.3`, 'x'],
  [`amount.${DEVICE}.1`, 'NaN'],
  [`target.${DEVICE}`, '1e9'],
  ['graceMin', 'soon'],
  ['measuredPermille', '101'],
  ['missedTurnEs', ''],
  ['consolidationKind', 'guess'],
  ['consolidationValue', 'x'],
  ['fromDay', '2026-02-30'],
  ['reason', ' '],
])('%s as %j is refused there', (control, value) => {
  expect(problemsOf({ ...typed, [control]: value })).toEqual([control]);
});

test('a row with an amount and no time is a session whose time is missing', () => {
  expect(problemsOf({ ...typed, [`amount.${DEVICE}.2`]: '1' })).toEqual(['time.2']);
});

test('a form without any session says so at the first', () => {
  const {
    'time.1': _,
    'time.3': __,
    [`amount.${DEVICE}.1`]: ___,
    [`amount.${DEVICE}.3`]: ____,
    ...rest
  } = typed;
  expect(problemsOf(rest)).toContain('time.1');
});

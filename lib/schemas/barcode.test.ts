import { describe, expect, it } from 'vitest';
import { dayFromIso } from '#lib/domain/case-day.ts';
import { deviceFields } from './device.ts';

const typed = {
  label: 'Left',
  position: 'left parietal',
  umPerTurn: '0.5',
  actuationsPerTurn: '1',
  turnDirection: 'with-arrow',
  travelUm: '30',
  initialOpeningUm: '0',
  placedAt: '2026-03-02T11:00',
};
const BARCODE = '0100844588003288171411201076543D\u001d21SN1';

describe('a barcode in the field of the identifier', () => {
  it('fills what was left empty', () => {
    expect(deviceFields.parse({ ...typed, udi: BARCODE, lot: '', serial: 'SN1' })).toMatchObject({
      udi: '00844588003288',
      lot: '76543D',
      serial: 'SN1',
      expiresDay: dayFromIso('2014-11-20'),
    });
  });

  it.each([
    ['lot', { udi: BARCODE, lot: 'OTHER' }],
    ['serial', { udi: BARCODE, serial: 'OTHER' }],
    ['expiresDay', { udi: BARCODE, expiresDay: '2030-01-01' }],
    ['udi', { udi: '(01)00844588003289(10)A' }],
    ['udi', { udi: 'x'.repeat(121) }],
  ])('asks about %s where both say something else, or it cannot be read', (field, given) => {
    const parsed = deviceFields.safeParse({ ...typed, ...given });
    expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });

  it('leaves an identifier alone as it is', () => {
    const { udi, lot } = deviceFields.parse({ ...typed, udi: '00844588003288' });
    expect([udi, lot]).toEqual(['00844588003288', null]);
  });
});

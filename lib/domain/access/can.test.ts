import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from './actor.ts';
import { ACTIONS, type Action, can } from './can.ts';

const table: Record<Action, readonly Role[]> = {
  'case.read': ['surgeon', 'nurse', 'scheduler'],
  'case.open': ['surgeon', 'nurse'],
  'patient.update': ['surgeon', 'nurse'],
  'device.place': ['surgeon', 'nurse'],
  'protocol.publish': ['surgeon'],
  'protocol.cosign': ['surgeon'],
  'turns.record': ['surgeon', 'nurse'],
  'measurement.record': ['surgeon', 'nurse'],
  'complication.record': ['surgeon', 'nurse'],
  'contact.record': ['surgeon', 'nurse'],
  'operation.record': ['surgeon', 'nurse', 'scheduler'],
  'course.record': ['surgeon', 'nurse'],
  'flag.decide': ['surgeon', 'nurse'],
  'photograph.read': ['surgeon', 'nurse'],
  'photograph.record': ['surgeon', 'nurse'],
  'outcome.read': ['surgeon', 'nurse'],
  'case.close': ['surgeon', 'nurse'],
  'booking.write': ['surgeon', 'nurse', 'scheduler'],
  'booking.override': ['surgeon'],
  'check.record': ['surgeon', 'nurse', 'scheduler'],
  'theatre.manage': ['scheduler', 'administrator'],
  'people.manage': ['administrator'],
  'clinic.manage': ['administrator'],
};

const actor = (...roles: Role[]) => ({ personId: 'p', clinicId: 'clinic', roles });
const here = { clinicId: 'clinic' };

describe('can', () => {
  for (const action of ACTIONS) {
    for (const role of ROLES) {
      const expected = table[action].includes(role);
      it(`${expected ? 'lets' : 'does not let'} a ${role} do ${action}`, () => {
        expect(can(actor(role), action, { ...here, operation: 'removal' })).toBe(expected);
      });
      it(`never lets a ${role} do ${action} in another clinic`, () => {
        expect(can(actor(role), action, { clinicId: 'other', withinBand: true })).toBe(false);
      });
    }
    it(`never lets someone without a role do ${action}`, () => {
      expect(can(actor(), action, { ...here, withinBand: true })).toBe(false);
    });
  }

  it('lets a nurse publish within the band, and not outside or where the band is unknown', () => {
    expect(can(actor('nurse'), 'protocol.publish', { ...here, withinBand: true })).toBe(true);
    expect(can(actor('nurse'), 'protocol.publish', { ...here, withinBand: false })).toBe(false);
    expect(can(actor('nurse'), 'protocol.publish', here)).toBe(false);
    expect(can(actor('surgeon'), 'protocol.publish', { ...here, withinBand: false })).toBe(true);
  });

  it('lets a scheduler record a removal, and no operation of another kind or of none', () => {
    for (const operation of ['index', 'other', undefined] as const) {
      expect(can(actor('scheduler'), 'operation.record', { ...here, ...(operation && { operation }) })).toBe(
        false,
      );
      expect(can(actor('nurse'), 'operation.record', { ...here, ...(operation && { operation }) })).toBe(
        true,
      );
    }
  });

  it('adds up several roles', () => {
    expect(can(actor('administrator', 'nurse'), 'case.read', here)).toBe(true);
    expect(can(actor('administrator', 'nurse'), 'people.manage', here)).toBe(true);
  });

  it('refuses an action it does not know', () => {
    expect(can(actor('surgeon', 'nurse', 'scheduler', 'administrator'), 'case.delete' as Action, here)).toBe(
      false,
    );
  });
});

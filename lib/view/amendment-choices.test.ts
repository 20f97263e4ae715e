import { describe, expect, it } from 'vitest';
import { at, caseOf, FIRST_DAY, versionOf } from '#tests/factories/case-facts.ts';
import { amendmentChoices, askedAmendment } from './amendment-choices.ts';

const NOW = at(3, 9);
const first = versionOf({ kind: 'first' });
const held = versionOf({
  version: 2,
  kind: 'hold',
  fromDay: FIRST_DAY + 2,
  devices: [{ deviceId: 'left', perSession: [0, 0], targetUm: null }],
});

describe('askedAmendment', () => {
  it('leaves the form of a hold open when somebody else has published one, though none is offered any more', () => {
    const facts = caseOf({ versions: [first, held] });
    const offered = amendmentChoices('/protocol', facts, { phase: 'activation', now: NOW }, null);
    expect(offered.map(({ href }) => href)).not.toContain('/protocol?write=hold#write');
    expect(askedAmendment(facts, NOW, 'hold')).toBe('hold');
    expect(askedAmendment(caseOf({ versions: [first] }), NOW, 'resume')).toBe('resume');
  });

  it('asks for the first version, then for a change, and for nothing that is none', () => {
    const [none, one] = [caseOf({ versions: [] }), caseOf({ versions: [first] })];
    expect(['next', 'first', 'hold'].map((asked) => askedAmendment(none, NOW, asked))).toEqual([
      'first',
      'first',
      null,
    ]);
    expect(['next', 'first', 'stop'].map((asked) => askedAmendment(one, NOW, asked))).toEqual([
      'change',
      null,
      null,
    ]);
  });

  it('waits with an exchange until its hardware is on record', () => {
    expect(askedAmendment(caseOf({ versions: [first] }), NOW, 'exchange')).toBeNull();
    const exchanged = versionOf({ version: 2, kind: 'exchange', fromDay: FIRST_DAY + 2 });
    expect(askedAmendment(caseOf({ versions: [first, exchanged] }), NOW, 'exchange')).toBe('exchange');
  });
});

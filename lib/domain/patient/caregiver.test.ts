import { describe, expect, it } from 'vitest';
import { at, caregiverOf, trainingOf } from '#tests/factories/case-facts.ts';
import { taughtAt, wasTaughtBy } from './caregiver.ts';

const said = (...trainings: ReturnType<typeof trainingOf>[]) => caregiverOf({ trainings });

describe('a turn is judged by the training', () => {
  it('before it, not by one after it', () => {
    const caregiver = said(trainingOf(null, at(1, 0)), trainingOf(at(4, 9), at(4, 10), 2));
    expect(wasTaughtBy(caregiver, at(4, 9) - 1)).toBe(false);
    expect(wasTaughtBy(caregiver, at(4, 9))).toBe(true);
  });

  it('that was entered late, where it names an earlier day', () => {
    const caregiver = said(trainingOf(null, at(1, 0)), trainingOf(at(3, 9), at(5, 10), 2));
    expect(wasTaughtBy(caregiver, at(4, 8))).toBe(true);
    expect(wasTaughtBy(caregiver, at(3, 8))).toBe(false);
  });

  it('that was on record then, whatever a refresher says since', () => {
    const caregiver = said(trainingOf(at(1, 9), at(1, 10)), trainingOf(at(6, 9), at(6, 10), 2));
    expect(wasTaughtBy(caregiver, at(4, 8))).toBe(true);
    expect(taughtAt(caregiver)).toBe(at(6, 9));
  });

  it('that was on record then, though it is found later that there was none: the turns since count as untaught', () => {
    const caregiver = said(trainingOf(at(1, 9), at(1, 10)), trainingOf(null, at(6, 10), 2));
    expect(wasTaughtBy(caregiver, at(4, 8))).toBe(true);
    expect(wasTaughtBy(caregiver, at(7, 8))).toBe(false);
  });

  it('by the order of the versions, not of the list', () => {
    const trainings = [trainingOf(at(3, 9), at(5, 10), 2), trainingOf(null, at(1, 0))];
    expect(taughtAt(caregiverOf({ trainings }))).toBe(at(3, 9));
    expect(taughtAt(caregiverOf({ trainings }), at(2, 0))).toBeNull();
  });
});

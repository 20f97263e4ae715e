import { describe, expect, it } from 'vitest';
import { icvZHundredths, volumeEstimate } from './volume-estimate.ts';

describe('an estimate of the volume gained', () => {
  it('is the published series again at their expansion', () => {
    expect(volumeEstimate('posterior-cranial-vault', [24_800, 24_800])).toEqual({
      meanUm: 24_800,
      lowUl: 143_840,
      highUl: 193_440,
      rawUl: 272_800,
    });
  });

  it('takes the mean of devices that differ', () => {
    expect(volumeEstimate('posterior-cranial-vault', [10_000, 20_000])?.meanUm).toBe(15_000);
  });

  it.each([
    ['another site', 'mandible', [10_000]],
    ['no device', 'posterior-cranial-vault', []],
    ['nothing gained', 'posterior-cranial-vault', [0, 0]],
    ['distance lost', 'posterior-cranial-vault', [-500]],
  ] as const)('is none for %s', (_, site, expansions) => {
    expect(volumeEstimate(site, expansions)).toBeNull();
  });
});

describe('the place of a volume among children of one year', () => {
  it.each([
    ['a boy at the mean', 1_125_600, 'male', 0],
    ['a girl a standard deviation above', 1_108_900, 'female', 100],
    ['a boy half of one below', 1_080_800, 'male', -50],
  ] as const)('is worked by hand for %s', (_, ul, sex, hundredths) => {
    expect(icvZHundredths(ul, sex, 12)).toBe(hundredths);
  });

  it('is not given at another age or where the sex is not known', () => {
    expect(icvZHundredths(1_000_000, 'male', 11)).toBeNull();
    expect(icvZHundredths(1_000_000, 'male', 13)).toBeNull();
    expect(icvZHundredths(1_000_000, 'unknown', 12)).toBeNull();
  });
});

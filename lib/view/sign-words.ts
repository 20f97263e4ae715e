import type { Sign } from '#lib/domain/complication/complication.ts';

/** Warning signs as the check list names them (clinical.md §4). */
export const SIGN_WORDS: Record<Sign, string> = {
  redness: 'redness',
  pus: 'pus',
  fever: 'fever of 38.3 \u00b0C or more',
  bleeding: 'bleeding that does not stop',
  'clear-fluid': 'clear fluid',
  vomiting: 'vomiting',
  lethargy: 'lethargy',
  'bulging-fontanelle': 'bulging fontanelle',
  'bent-or-loose-arm': 'bent or loose arm',
  'turning-freely': 'one side turning freely',
  'sudden-ease-or-stiffness': 'sudden ease or stiffness',
  'metal-showing': 'metal showing',
  'skin-thinning': 'skin thinning over the hardware',
  'fall-or-blow': 'a fall or blow to the head',
};

import type {
  CranialKind,
  CranialMethod,
  FundoscopyFinding,
} from '#lib/domain/measurement/cranial-measurement.ts';

export const CRANIAL_WORDS: Record<CranialKind, string> = {
  icv: 'Intracranial volume, raw',
  'growth-corrected-icv': 'Gain of volume, growth-corrected',
  'cranial-index': 'Cranial index',
  'turricephaly-index': 'Turricephaly index',
  fundoscopy: 'Fundoscopy',
};

export const CRANIAL_METHOD_WORDS: Record<CranialMethod, string> = {
  ct: 'CT',
  mri: 'MRI',
  xray: 'X-ray',
  'surface-scan': 'surface scan',
  caliper: 'caliper',
  ophthalmoscopy: 'ophthalmoscopy',
};

export const FINDING_WORDS: Record<FundoscopyFinding, string> = {
  papilloedema: 'Papilloedema',
  'no-papilloedema': 'No papilloedema (does not exclude raised pressure)',
  'not-seen': 'The disc could not be seen',
};

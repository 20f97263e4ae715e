import type {
  ClavienDindo,
  Complication,
  ComplicationKind,
  CourseOfAction,
  DetectedBy,
  DeviceFailure,
  Severity,
  Sign,
} from '#lib/domain/complication/complication.ts';
import type { Prompt } from '#lib/domain/complication/prompts.ts';

export const COMPLICATION_WORDS: Record<ComplicationKind, string> = {
  'csf-leak': 'CSF leak or dural injury',
  infection: 'Wound infection',
  exposure: 'Skin breakdown or exposed hardware',
  'device-failure': 'Device failure',
  'premature-consolidation': 'Premature consolidation',
  'non-union': 'Non-union',
  asymmetry: 'Asymmetric advancement',
  'vector-error': 'Vector error',
  'raised-icp': 'Raised intracranial pressure',
  shunt: 'Shunt-related',
  bleeding: 'Haematoma or bleeding',
  pain: 'Pain',
  relapse: 'Relapse',
  other: 'Other complication',
};

export const FAILURE_WORDS: Record<DeviceFailure, string> = {
  'broken-arm': 'broken or spinning port or arm',
  'loosened-footplate': 'loosened footplate',
  dislodgement: 'dislodgement',
  reversal: 'reversal by itself',
  'will-not-engage': 'will not engage',
};

export const DETECTED_WORDS: Record<DetectedBy, string> = {
  family: 'the family',
  nurse: 'a nurse',
  clinic: 'a visit to the clinic',
  imaging: 'imaging',
};

export const SIGN_WORDS: Record<Sign, string> = {
  redness: 'Redness',
  pus: 'Pus',
  fever: 'Fever ≥ 38.3 °C',
  bleeding: 'Bleeding that does not stop',
  'clear-fluid': 'Clear fluid',
  vomiting: 'Vomiting',
  lethargy: 'Lethargy',
  'bulging-fontanelle': 'Bulging fontanelle',
  'bent-or-loose-arm': 'Bent or loose arm',
  'turning-freely': 'One side turning freely',
  'sudden-ease-or-stiffness': 'Sudden ease or stiffness',
  'metal-showing': 'Metal showing',
  'skin-thinning': 'Skin thinning over the hardware',
  'fall-or-blow': 'A fall or blow to the head',
};

export const COURSE_WORDS: Record<CourseOfAction, string> = {
  continue: 'Continue as planned',
  hold: 'Hold',
  slow: 'Slow down',
  reverse: 'Reverse',
  'early-removal': 'Early removal',
};

/** Dindo, Demartines and Clavien, Ann Surg 2004;240:205. */
export const CLAVIEN_DINDO_WORDS: Record<ClavienDindo, string> = {
  I: 'I: no treatment beyond the usual',
  II: 'II: drugs, transfusion or nutrition',
  IIIa: 'IIIa: intervention without general anaesthesia',
  IIIb: 'IIIb: intervention under general anaesthesia',
  IVa: 'IVa: life-threatening, one organ',
  IVb: 'IVb: life-threatening, several organs',
  V: 'V: death',
};

export const SEVERITY_WORDS: Record<Severity, string> = {
  minor: 'minor',
  moderate: 'moderate',
  major: 'major',
};

const PROMPT_WORDS: Record<Prompt, string> = {
  'same-day-review': 'review the same day',
  'consider-hold': 'consider a hold',
  'early-removal-accepted': 'in consolidation early removal is an accepted outcome',
  review: 'review',
  'local-care-or-revision': 'local care or revision',
  'hold-that-device': 'hold that device',
  xray: 'X-ray',
  'accept-or-exchange': 'accept if near the target, else exchange',
  hold: 'hold',
  theatre: 'theatre',
  measure: 'measure',
  reactivate: 're-activate',
  'check-lot': 'check the lot',
  admit: 'admit',
  'xray-or-ct': 'X-ray or CT',
  'do-not-force': 'do not force',
  're-osteotomy': 're-osteotomy',
  'change-one-rate': 'change the rate of one device',
  fundoscopy: 'fundoscopy (absence of papilloedema does not exclude raised pressure)',
  neurosurgery: 'neurosurgery',
  'faster-rate-used': 'a faster rate has been used on purpose',
};

/** `Device failure: loosened footplate`. */
export function complicationWords({ kind, failure }: Pick<Complication, 'kind' | 'failure'>): string {
  return failure === null
    ? COMPLICATION_WORDS[kind]
    : `${COMPLICATION_WORDS[kind]}: ${FAILURE_WORDS[failure]}`;
}

/** `Prompts hold; X-ray; theatre: a clinician decides`. */
export function promptWords(prompts: readonly Prompt[]): string {
  if (prompts.length === 0) return 'No source says what it prompts: a clinician decides';
  return `Prompts ${prompts.map((prompt) => PROMPT_WORDS[prompt]).join('; ')}: a clinician decides`;
}

/** `Clavien-Dindo IIIb, moderate`; what nobody graded is said to be so. */
export function gradeWords(clavienDindo: ClavienDindo | null, severity: Severity | null): string {
  if (clavienDindo === null && severity === null) return 'not graded';
  const first = clavienDindo === null ? 'Clavien-Dindo not graded' : `Clavien-Dindo ${clavienDindo}`;
  return `${first}, ${severity === null ? 'severity not graded' : SEVERITY_WORDS[severity]}`;
}

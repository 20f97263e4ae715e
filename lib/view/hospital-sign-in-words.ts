/** Why the hospital's sign-in let nobody in, and what to do. */
export const HOSPITAL_REFUSAL_WORDS = {
  'hospital-failed':
    'The sign-in of your hospital did not succeed, so you are not signed in. Try again, or use your password.',
  'hospital-unverified':
    'Your hospital did not vouch for your e-mail address, so you are not signed in. Use your password, or ask those who run the sign-in of your hospital.',
  'hospital-unknown':
    'Nobody with your e-mail address was added here, so you are not signed in. An administrator of your clinic can add you.',
  'hospital-disabled': 'This account is disabled. An administrator of your clinic can enable it again.',
} as const;

/** Whether the address of the sign-in page names one of them. */
export function isHospitalRefusal(word: unknown): word is keyof typeof HOSPITAL_REFUSAL_WORDS {
  return typeof word === 'string' && Object.hasOwn(HOSPITAL_REFUSAL_WORDS, word);
}

/** Affected sutures by their ICD-10-CM code (clinical.md §8), in the order in which a clinician looks for them. */
export const SUTURE_WORDS: Readonly<Record<string, string>> = {
  'Q75.01': 'Sagittal',
  'Q75.021': 'Coronal, one side',
  'Q75.022': 'Coronal, both sides',
  'Q75.029': 'Coronal, side not specified',
  'Q75.03': 'Metopic',
  'Q75.041': 'Lambdoid, one side',
  'Q75.042': 'Lambdoid, both sides',
  'Q75.049': 'Lambdoid, side not specified',
  'Q75.051': 'Cloverleaf skull',
  'Q75.052': 'Pansynostosis',
  'Q75.058': 'Other multi-suture',
  'Q75.08': 'Other single-suture',
  'Q75.001': 'Suture not specified, one side',
  'Q75.002': 'Suture not specified, both sides',
  'Q75.009': 'Craniosynostosis, not specified',
  'Q75.1': 'Craniofacial dysostosis',
  'Q87.0': 'Syndrome that affects the face',
};

/** `Sagittal (Q75.01)`. */
export function sutureWords(code: string): string {
  const words = SUTURE_WORDS[code];
  return words === undefined ? code : `${words} (${code})`;
}

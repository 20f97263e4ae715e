/**
 * The clinic in which a person works now: the one he chose, or, where he chose none or has no role in it any more, the
 * first of his. Null: he has none.
 */
export function activeClinic<Clinic extends { id: string }>(
  clinics: readonly Clinic[],
  chosenId: string | null,
): Clinic | null {
  return clinics.find(({ id }) => id === chosenId) ?? clinics[0] ?? null;
}

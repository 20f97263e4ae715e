import 'server-only';
import { switchSessionClinic } from '#lib/data/sessions.ts';
import type { SignedIn } from './current-session.ts';

/** Makes another clinic of the signed-in person the one he works in now; false: he has no role there. */
export async function switchClinic({ clinics, tokenHash }: SignedIn, clinicId: unknown): Promise<boolean> {
  const chosen = clinics.find(({ id }) => id === clinicId);
  return chosen !== undefined && switchSessionClinic(tokenHash, chosen.id);
}

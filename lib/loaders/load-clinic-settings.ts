import 'server-only';
import { notFound } from 'next/navigation';
import { requireClinic } from '#lib/auth/gate.ts';
import { findClinicSettings } from '#lib/data/clinic-settings.ts';
import { pool } from '#lib/data/pool.ts';
import { type ClinicSettingsDraft, clinicSettingsDraft } from '#lib/view/clinic-settings.ts';

/** What the administrators of the clinic have set, with the form that changes it. */
export async function loadClinicSettings(): Promise<{ clinic: string; draft: ClinicSettingsDraft }> {
  const { clinic } = await requireClinic('clinic.manage');
  const settings = (await findClinicSettings(pool(), clinic.id)) ?? notFound();
  return { clinic: clinic.name, draft: clinicSettingsDraft(settings) };
}

import 'server-only';
import { notFound } from 'next/navigation';
import { requireClinic } from '#lib/auth/gate.ts';
import { findClinicSettings } from '#lib/data/clinic-settings.ts';
import { pool } from '#lib/data/pool.ts';
import { askedTuning, readTuningQuery } from '#lib/schemas/tuning.ts';
import { type ClinicSettingsDraft, clinicSettingsDraft } from '#lib/view/clinic-settings.ts';
import { countTuningPage, type TuningPart } from './count-tuning.ts';

export type TuningPage = {
  /** The address that was asked for. */
  key: string;
  clinic: string;
  values: ClinicSettingsDraft['values'];
  asked: ClinicSettingsDraft['values'];
  found: (TuningPart & { isOver: boolean }) | null;
  /** Where the counting goes on; null: all is counted. */
  nextHref: string | null;
  /** Which figure of the address could not be read; null: all could. */
  refusal: string | null;
};

/** The defaults of the clinic, and what the rules would have done under those that the address asks for. */
export async function loadTuning(
  address: Record<string, string | string[] | undefined>,
): Promise<TuningPage> {
  const at = await requireClinic('clinic.manage');
  const settings = (await findClinicSettings(pool(), at.clinic.id)) ?? notFound();
  const { values } = clinicSettingsDraft(settings);
  const query = askedTuning(address, values);
  const asked = Object.fromEntries(query ?? []);
  const page = { key: query?.toString() ?? '', clinic: at.clinic.name, values, asked };
  const nothing = { ...page, found: null, nextHref: null, refusal: null };
  if (query === null) return nothing;
  const read = readTuningQuery(query);
  if (!read.success) {
    const issue = read.error.issues[0];
    return { ...nothing, refusal: `${String(issue?.path.at(-1))}: ${issue?.message}` };
  }
  const soFar = typeof address.so === 'string' ? address.so : null;
  const { soFar: next, ...found } = await countTuningPage(at, {
    query: query.toString(),
    other: read.data.other,
    soFar,
  });
  const nextHref = next === null ? null : `/admin/tuning?${query}&so=${next}`;
  return { ...page, key: `${page.key} ${found.counted}`, found, nextHref, refusal: null };
}

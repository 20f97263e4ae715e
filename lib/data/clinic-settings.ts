import 'server-only';
import type { ClinicSettings } from '#lib/domain/protocol/clinic-defaults.ts';
import type { Queryable, Statement } from './statement.ts';

const COLUMNS = 'SELECT phone, defaults, version FROM clinic WHERE id = $1';

/** What the administrators of a clinic have set; null when there is no such clinic. */
export async function findClinicSettings(db: Queryable, clinicId: string): Promise<ClinicSettings | null> {
  const { rows } = await db.query<ClinicSettings>({
    name: 'find-clinic-settings',
    text: COLUMNS,
    values: [clinicId],
  });
  return rows[0] ?? null;
}

/** The same, and others who would change them wait until the end of the transaction. Cases can be written meanwhile. */
export async function lockClinicSettings(db: Queryable, clinicId: string): Promise<ClinicSettings | null> {
  const { rows } = await db.query<ClinicSettings>({
    name: 'lock-clinic-settings',
    text: `${COLUMNS} FOR NO KEY UPDATE`,
    values: [clinicId],
  });
  return rows[0] ?? null;
}

/** Writes changed settings over those on record, whose version is one less. */
export function updateClinicSettings(
  clinicId: string,
  { phone, defaults, version }: ClinicSettings,
): Statement {
  return {
    name: 'update-clinic-settings',
    text: 'UPDATE clinic SET phone = $2, defaults = $3, version = $4 WHERE id = $1',
    values: [clinicId, phone, defaults, version],
  };
}

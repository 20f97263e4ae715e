import 'server-only';
import type { ClinicDefaults } from '#lib/domain/protocol/clinic-defaults.ts';
import type { Instant } from '#lib/domain/units.ts';
import { type Statement, timestamp } from './statement.ts';

export type ClinicRow = {
  id: string;
  slug: string;
  name: string;
  zone: string;
  phone: string | null;
  defaults: ClinicDefaults;
};

/** A new clinic; no row when another has its slug. */
export function insertClinic(clinic: ClinicRow, now: Instant): Statement {
  return {
    name: 'insert-clinic',
    text: `INSERT INTO clinic (id, slug, name, zone, phone, defaults, created_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (slug) DO NOTHING`,
    values: [clinic.id, clinic.slug, clinic.name, clinic.zone, clinic.phone, clinic.defaults, timestamp(now)],
  };
}

import 'server-only';
import { requireClinic } from '#lib/auth/gate.ts';
import { listDeviceModels } from '#lib/data/device-models.ts';
import { noteListRead } from '#lib/data/list-reads.ts';
import { pool } from '#lib/data/pool.ts';
import { findImplants, listRecalls } from '#lib/data/recalls.ts';
import { readUuid } from '#lib/domain/uuid.ts';
import { type FoundRows, foundRows } from '#lib/view/implant-rows.ts';
import type { Choice } from '#lib/view/intake-words.ts';
import { type RecallCard, recallCards } from '#lib/view/recall-cards.ts';

/** What is searched by: the id of a model, a lot, a serial number. */
export type HardwareQuery = { modelId?: unknown; lot?: unknown; serial?: unknown };

export type HardwarePage = {
  models: readonly Choice[];
  search: { modelId: string; lot: string; serial: string };
  /** Null: nothing is searched yet. */
  found: FoundRows | null;
  recalls: readonly RecallCard[];
};

/** The devices of the clinic by model, lot or serial number, and the recalls that stand. */
export async function loadHardware(query: HardwareQuery): Promise<HardwarePage> {
  const { clinic, person, now } = await requireClinic('case.read');
  const search = {
    modelId: readUuid(wordOf(query.modelId)),
    lot: wordOf(query.lot),
    serial: wordOf(query.serial),
  };
  const isAsked = search.modelId !== null || search.lot !== null || search.serial !== null;
  const [models, found, recalls] = await Promise.all([
    listDeviceModels(clinic.id),
    isAsked ? findImplants(pool(), clinic.id, search) : null,
    listRecalls(pool(), clinic.id),
  ]);
  const shown = found?.implants.map(({ caseId }) => caseId) ?? [];
  await noteListRead({ list: 'hardware', clinicId: clinic.id, personId: person.id }, shown, now);
  return {
    models: models.map(({ id, maker, name }) => ({ value: id, label: `${maker} ${name}` })),
    search: { modelId: search.modelId ?? '', lot: search.lot ?? '', serial: search.serial ?? '' },
    found: found && foundRows(found),
    recalls: recallCards(recalls, clinic.zone).filter(({ withdrawn }) => withdrawn === null),
  };
}

/** A word of the address; null when it is empty or no word. */
function wordOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' && !value.includes('\0') ? value.trim() : null;
}

import 'server-only';
import { mayAttempt, requireClinic } from '#lib/auth/gate.ts';
import { listDeviceModels } from '#lib/data/device-models.ts';
import { newId } from '#lib/data/new-id.ts';
import { pool } from '#lib/data/pool.ts';
import { listRecalls } from '#lib/data/recalls.ts';
import { dayOf, isoDay } from '#lib/domain/case-day.ts';
import type { Choice } from '#lib/view/intake-words.ts';
import { type RecallCard, recallCards } from '#lib/view/recall-cards.ts';

export type RecallsPage = {
  recalls: readonly RecallCard[];
  mayRead: boolean;
  form: { recallId: string; models: readonly Choice[]; today: string };
};

/** The recalls of the clinic, for its administrators: how many cases each covers, not whose they are. */
export async function loadRecalls(): Promise<RecallsPage> {
  const at = await requireClinic('clinic.manage');
  const [recalls, models] = await Promise.all([
    listRecalls(pool(), at.clinic.id),
    listDeviceModels(at.clinic.id),
  ]);
  return {
    recalls: recallCards(recalls, at.clinic.zone),
    mayRead: mayAttempt(at, 'case.read'),
    form: {
      recallId: newId(),
      models: models.map(({ id, maker, name }) => ({ value: id, label: `${maker} ${name}` })),
      today: isoDay(dayOf(at.clinic.zone, at.now)),
    },
  };
}

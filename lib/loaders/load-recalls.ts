import 'server-only';
import { mayAttempt, requireClinic } from '#lib/auth/gate.ts';
import { listDeviceModels } from '#lib/data/device-models.ts';
import { newId } from '#lib/data/new-id.ts';
import { pool } from '#lib/data/pool.ts';
import { listRecalls } from '#lib/data/recalls.ts';
import { dayOf, isoDay } from '#lib/domain/case-day.ts';
import type { Choice } from '#lib/view/intake-words.ts';
import { type RecallCard, recallCards, recordedWords } from '#lib/view/recall-cards.ts';

export type RecallsPage = {
  /** What a moment ago was recorded, and what that did. */
  recorded: string | null;
  recalls: readonly RecallCard[];
  mayRead: boolean;
  form: { recallId: string; models: readonly Choice[]; today: string };
};

/** The recalls of the clinic, for its administrators: how many cases each covers, not whose they are. */
export async function loadRecalls(recordedId: unknown): Promise<RecallsPage> {
  const at = await requireClinic('clinic.manage');
  const [recalls, models] = await Promise.all([
    listRecalls(pool(), at.clinic.id),
    listDeviceModels(at.clinic.id),
  ]);
  const cards = recallCards(recalls, at.clinic.zone);
  const recorded = cards.find(({ id, withdrawn }) => id === recordedId && withdrawn === null);
  return {
    recorded: recorded ? recordedWords(recorded) : null,
    recalls: cards,
    mayRead: mayAttempt(at, 'case.read'),
    form: {
      recallId: newId(),
      models: models.map(({ id, maker, name }) => ({ value: id, label: `${maker} ${name}` })),
      today: isoDay(dayOf(at.clinic.zone, at.now)),
    },
  };
}

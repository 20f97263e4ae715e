import 'server-only';
import type { AtCase } from '#lib/auth/gate.ts';
import { listLatestWrites } from '#lib/data/case-writes.ts';
import type { Instant } from '#lib/domain/units.ts';
import { newsWords } from '#lib/view/news-words.ts';

/** What others wrote to a case since then, in words, and when it was looked up. */
export async function loadCaseNews(
  { actor, caseId, now }: AtCase,
  since: Instant,
): Promise<{ words: readonly string[]; at: Instant }> {
  return { words: newsWords(await listLatestWrites(caseId, since, actor.personId)), at: now };
}

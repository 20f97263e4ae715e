import 'server-only';
import { stillSignedIn } from '#lib/auth/still-signed-in.ts';
import { type CaseChanges, listCaseChanges } from '#lib/data/case-changes.ts';
import { loadWorklistNow, type WorklistNow } from './load-worklist-now.ts';

/** The cases that changed, and, for a page that shows the worklist, its lines of them and its counts as they are now. */
export type CaseNews = { caseIds: CaseChanges['caseIds']; worklist?: WorklistNow };

/** Who looks on: what is sent to it is what changed, and the place to go on from. */
export type Watcher = {
  tokenHash: string;
  personId: string;
  /** The cases of which it shows lines of the worklist; null: it shows no worklist. */
  lines: ReadonlySet<string> | null;
  send: (news: CaseNews, seen: string) => void;
  /** Sent now and then, so that neither end takes the silence for a broken line. */
  beat: () => void;
  end: () => void;
};

/** Somebody who is still to be told what changed since the place he comes from; null: from now on. */
export type Joining = { since: string | null; told: () => void; failed: (error: unknown) => void };

export type Watched = {
  clinicId: string;
  watchers: Map<Watcher, Joining | null>;
  /** The place up to which everybody has been told who is not joining; null: there was nobody yet. */
  seen: string | null;
  /** Whether those with nothing to hear are to be sent a sign of life. */
  owesBeat: boolean;
};

/**
 * Tells everybody once what changed, whose session still counts, and who joins what he missed. The lines are read once
 * for all, after the changes. Rejects, with nothing told, when the database does not answer.
 */
export async function tellWatchers(watched: Watched): Promise<void> {
  const { clinicId, watchers } = watched;
  // Who joins is asked for second: what comes between the two is told to him twice rather than never.
  const joining = [...watchers].flatMap(([watcher, place]) => (place ? { watcher, place } : []));
  const { caseIds, seen } = await listCaseChanges(clinicId, watched.seen);
  const missed = await Promise.all(
    joining.map(async (one) => ({ ...one, ...(await listCaseChanges(clinicId, one.place.since)) })),
  );
  const isBeat = watched.owesBeat;
  const hears = caseIds.length > 0 || isBeat;
  const told = [...watchers].flatMap(([watcher, place]) =>
    hears && place === null ? { watcher, caseIds } : [],
  );
  const [worklistOf, signedIn] = await Promise.all([
    loadWorklistNow(clinicId, [...told, ...missed]),
    stillSignedIn(
      told.map(({ watcher }) => watcher.tokenHash),
      clinicId,
      'case.read',
    ),
  ]);
  watched.seen = seen;
  if (isBeat) watched.owesBeat = false;
  for (const { watcher } of told) {
    if (!watchers.has(watcher)) continue;
    if (!signedIn.has(watcher.tokenHash)) watcher.end();
    else if (caseIds.length === 0) watcher.beat();
    else watcher.send({ caseIds, ...worklistOf(watcher) }, seen);
  }
  for (const { watcher, place, ...news } of missed) {
    if (watchers.get(watcher) !== place) continue;
    watchers.set(watcher, null);
    watcher.send({ caseIds: news.caseIds, ...worklistOf(watcher) }, news.seen);
    place.told();
  }
}

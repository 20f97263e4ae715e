const TICK_MS = 5_000;

/**
 * Once per server process: every few seconds, judges anew the cases whose judgement has run out, so that readers
 * seldom find one. Nothing depends on it; a failure is logged and the next tick tries again.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { reassessDueStandings } = await import('#lib/operations/reassess-due-standings.ts');
  const { now } = await import('#lib/clock.ts');
  const { log } = await import('#lib/log.ts');
  const { rebuildOutcomes } = await import('#lib/operations/rebuild-outcomes.ts');
  let isBusy = false;
  const tick = async () => {
    if (isBusy) return;
    isBusy = true;
    try {
      await reassessDueStandings({ clinicId: null, now: now() });
    } catch (error) {
      log().error('Cases that were due could not be judged anew.', error);
    } finally {
      isBusy = false;
    }
  };
  setInterval(() => void tick(), TICK_MS).unref();
  // After an upgrade the cases of before have no outcome yet; the page of outcomes says how many until it is done.
  void rebuildOutcomes({ only: 'missing' }).catch((error: unknown) =>
    log().error('Outcomes that were missing could not be counted.', error),
  );
}

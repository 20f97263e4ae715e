import 'server-only';

/** So long does work hold the process at a time: what others ask for waits no longer for it. */
const TURN_MS = 10;

/** Does work that can be put down to its end, and lets others have their turn in between. */
export async function inTurns<T>(work: Iterator<undefined, T>): Promise<T> {
  let until = performance.now() + TURN_MS;
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() > until) {
      await new Promise((resolve) => setImmediate(resolve));
      until = performance.now() + TURN_MS;
    }
  }
}

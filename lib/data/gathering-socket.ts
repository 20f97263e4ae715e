import 'server-only';
import net from 'node:net';

/** A connection that sends all that is written to it in one go in one packet, not each statement by itself. */
export class GatheringSocket extends net.Socket {
  #isGathering = false;

  override cork(): void {
    if (!this.#isGathering) {
      this.#isGathering = true;
      super.cork();
      queueMicrotask(() => {
        this.#isGathering = false;
        super.uncork();
      });
    }
    super.cork();
  }
}

import 'server-only';
import { AsyncResource } from 'node:async_hooks';
import net from 'node:net';

/** Where no request is answered: the module is first loaded when the server starts. */
const outsideOfRequests = new AsyncResource('database connections');

/**
 * A connection that sends all that is written to it in one go in one packet, not each statement by itself. It keeps
 * nothing of the request in which it is opened: Node would hold on to that, with all it has read, until it closes.
 */
export class GatheringSocket extends net.Socket {
  #isGathering = false;

  override connect(...where: never[]): this {
    return outsideOfRequests.runInAsyncScope(() => super.connect(...(where as [never])));
  }

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

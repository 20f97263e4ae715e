import { gateLookingOn, refusalResponse } from '#lib/auth/gate-request.ts';
import { watchCases } from '#lib/loaders/watch-cases.ts';
import { changePlace } from '#lib/schemas/live.ts';

export const dynamic = 'force-dynamic';

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  // `no-transform`: what compresses an answer would hold it back.
  'cache-control': 'private, no-store, no-transform',
  'x-accel-buffering': 'no',
};

// How long the browser waits, in milliseconds, before it comes back after a break.
const RETRY = 'retry: 1000\n\n';

/**
 * The ids of the cases of the clinic that change, as server-sent events, for as long as the session lasts. It begins at
 * `?since=`, or after a break where the browser says it was (Last-Event-ID).
 */
export async function GET(request: Request): Promise<Response> {
  const gate = await gateLookingOn('case.read');
  if (!gate.ok) return refusalResponse(gate.reason);
  const { clinic, tokenHash } = gate.value;
  const asked = request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('since');
  const encoder = new TextEncoder();
  let leave: () => void = () => undefined;
  const stream = new ReadableStream<Uint8Array>({
    start: async (controller) => {
      let isOpen = true;
      const write = (text: string) => {
        if (isOpen) controller.enqueue(encoder.encode(text));
      };
      const end = () => {
        leave();
        if (isOpen) controller.close();
        isOpen = false;
      };
      request.signal.addEventListener('abort', end, { once: true });
      write(RETRY);
      leave = await watchCases(clinic.id, changePlace.parse(asked), {
        tokenHash,
        send: (caseIds, seen) => write(`id: ${seen}\ndata: ${JSON.stringify(caseIds)}\n\n`),
        beat: () => write(':\n\n'),
        end,
      });
      if (!isOpen) leave();
    },
    cancel: () => leave(),
  });
  return new Response(stream, { headers: HEADERS });
}

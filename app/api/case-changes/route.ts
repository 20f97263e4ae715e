import { gateLookingOn, refusalResponse } from '#lib/auth/gate-request.ts';
import { watchCases } from '#lib/loaders/watch-cases.ts';
import { changePlace, worklistLines } from '#lib/schemas/live.ts';

export const dynamic = 'force-dynamic';

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  // `no-transform`: what compresses an answer would hold it back.
  'cache-control': 'private, no-store, no-transform',
  'x-accel-buffering': 'no',
};

// How long the browser waits, in milliseconds, before it comes back after a break.
const RETRY = 'retry: 1000\n\n';

// Who leaves so many events unread is let go; it comes back to the place where it was.
const MOST_UNREAD = 50;

/**
 * The ids of the cases of the clinic that change, as server-sent events, for as long as the session lasts. It begins at
 * `?since=`, or after a break where the browser says it was (Last-Event-ID). A page of the worklist names the cases that
 * it shows, `?lines=`, and is sent its lines of those that changed, and the counts.
 */
export async function GET(request: Request): Promise<Response> {
  const gate = await gateLookingOn('case.read');
  if (!gate.ok) return refusalResponse(gate.reason);
  const { clinic, person, tokenHash } = gate.value;
  const { searchParams } = new URL(request.url);
  const lines = worklistLines.safeParse(searchParams.get('lines'));
  if (!lines.success) {
    return Response.json({ field: 'lines', message: lines.error.issues[0]?.message }, { status: 400 });
  }
  const asked = request.headers.get('last-event-id') ?? searchParams.get('since');
  const encoder = new TextEncoder();
  let leave: () => void = () => undefined;
  const stream = new ReadableStream<Uint8Array>({
    start: async (controller) => {
      let isOpen = true;
      const write = (text: string) => {
        if (isOpen) controller.enqueue(encoder.encode(text));
        if (controller.desiredSize !== null && controller.desiredSize < -MOST_UNREAD) end();
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
        personId: person.id,
        lines: lines.data && new Set(lines.data),
        send: (news, seen) => write(`id: ${seen}\ndata: ${JSON.stringify(news)}\n\n`),
        beat: () => write(':\n\n'),
        end,
      });
      if (!isOpen) leave();
    },
    cancel: () => leave(),
  });
  return new Response(stream, { headers: HEADERS });
}

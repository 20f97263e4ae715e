import { now } from '#lib/clock.ts';
import { theatreCalendar } from '#lib/interop/theatre-calendar.ts';
import { loadCalendar } from '#lib/loaders/load-calendar.ts';

type Context = { params: Promise<{ feedToken: string }> };

/** The theatre times of a person or a room for a calendar that subscribes; the address itself is the key. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const token = (await params).feedToken.replace(/\.ics$/, '');
  const calendar = await loadCalendar(token, now());
  const headers = { 'cache-control': 'no-store' };
  if (!calendar)
    return Response.json(
      { error: 'not-found', message: 'There is no such calendar.' },
      { status: 404, headers },
    );
  const text = theatreCalendar(calendar.name, calendar.zone, calendar.events);
  return new Response(text, { headers: { ...headers, 'content-type': 'text/calendar; charset=utf-8' } });
}

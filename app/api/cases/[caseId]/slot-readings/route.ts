import { gateCase, refusalResponse } from '#lib/auth/gate-request.ts';
import { loadSlotReadings } from '#lib/loaders/load-slot-readings.ts';

type Context = { params: Promise<{ caseId: string }> };

/** Every slot that is drawn by the chart that the address describes as the case page does, one a line. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const gate = await gateCase(request, (await params).caseId, 'case.read');
  if (!gate.ok) return refusalResponse(gate.reason);
  const { searchParams } = new URL(request.url);
  const text = await loadSlotReadings(gate.value, Object.fromEntries(searchParams));
  if (text === null) return refusalResponse('not-found');
  return new Response(text, {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
}

import { gateClinic, refusalResponse } from '#lib/auth/gate-request.ts';
import { countTuningPart } from '#lib/loaders/count-tuning.ts';
import { readTuningQuery } from '#lib/schemas/tuning.ts';

export const dynamic = 'force-dynamic';

/**
 * Counts some of the cases that were open in the last 90 days, from the one after `?after=` on: how often each rule spoke,
 * and how often it would have spoken in the last 30 days under other defaults.
 */
export async function GET(request: Request): Promise<Response> {
  const gate = await gateClinic(request, 'clinic.manage');
  if (!gate.ok) return refusalResponse(gate.reason);
  const query = readTuningQuery(new URL(request.url).searchParams);
  if (!query.success) {
    const issue = query.error.issues[0];
    return Response.json({ field: issue?.path.at(-1), message: issue?.message }, { status: 400 });
  }
  return Response.json(await countTuningPart(gate.value, query.data), {
    headers: { 'cache-control': 'no-store' },
  });
}

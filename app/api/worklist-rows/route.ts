import { gateLookingOn, refusalResponse } from '#lib/auth/gate-request.ts';
import { loadWorklistRows } from '#lib/loaders/load-worklist-rows.ts';
import { worklistRowIds } from '#lib/schemas/live.ts';

export const dynamic = 'force-dynamic';

/**
 * Lines of the worklist as they are now, `?cases=` by id, and the counts beside its filters: what a page asks by itself
 * when it hears of a change.
 */
export async function GET(request: Request): Promise<Response> {
  const gate = await gateLookingOn('case.read');
  if (!gate.ok) return refusalResponse(gate.reason);
  const caseIds = worklistRowIds.safeParse(new URL(request.url).searchParams.get('cases') ?? '');
  if (!caseIds.success) {
    return Response.json({ field: 'cases', message: caseIds.error.issues[0]?.message }, { status: 400 });
  }
  return Response.json(await loadWorklistRows(gate.value, caseIds.data));
}

import { gateCaseLookingOn, refusalResponse } from '#lib/auth/gate-request.ts';
import { loadCaseNews } from '#lib/loaders/load-case-news.ts';
import { newsSince } from '#lib/schemas/live.ts';

type Context = { params: Promise<{ caseId: string }> };

/** What others wrote to a case since an instant, `?since=` in milliseconds: an open page asks it when the case changed. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const gate = await gateCaseLookingOn((await params).caseId, 'case.read');
  if (!gate.ok) return refusalResponse(gate.reason);
  const since = newsSince.safeParse(new URL(request.url).searchParams.get('since') ?? '');
  if (!since.success) {
    return Response.json({ field: 'since', message: since.error.issues[0]?.message }, { status: 400 });
  }
  return Response.json(await loadCaseNews(gate.value, since.data));
}

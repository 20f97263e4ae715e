import { gatePerson, refusalResponse } from '#lib/auth/gate-request.ts';

/**
 * Somebody is still at the page. `?person=` is whom the page was made for: when another person has signed in
 * since, the page must not go on under that name (409).
 */
export async function POST(request: Request): Promise<Response> {
  const gate = await gatePerson(request);
  if (!gate.ok) return refusalResponse(gate.reason);
  const expected = new URL(request.url).searchParams.get('person');
  const isSamePerson = expected === null || expected === gate.value.person.id;
  return new Response(null, { status: isSamePerson ? 204 : 409 });
}

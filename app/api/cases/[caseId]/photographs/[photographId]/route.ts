import { gateCase, refusalResponse } from '#lib/auth/gate-request.ts';
import { PHOTOGRAPH_SIZES } from '#lib/domain/photograph/photograph.ts';
import { loadPhotograph } from '#lib/loaders/load-photograph.ts';

type Context = { params: Promise<{ caseId: string; photographId: string }> };

/** The picture of a photograph, in full or with `?size=thumbnail`, for who may see it and for nobody else. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { caseId, photographId } = await params;
  const gate = await gateCase(request, caseId, 'photograph.read');
  if (!gate.ok) return refusalResponse(gate.reason);
  const asked = new URL(request.url).searchParams.get('size');
  const size = PHOTOGRAPH_SIZES.find((one) => one === asked) ?? 'full';
  const bytes = await loadPhotograph(gate.value, photographId, size);
  if (!bytes) return refusalResponse('not-found');
  return new Response(bytes as BodyInit, {
    headers: {
      'content-type': 'image/jpeg',
      'content-disposition': 'inline; filename="photograph.jpg"',
      'cache-control': 'private, no-store',
    },
  });
}

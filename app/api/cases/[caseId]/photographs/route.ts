import { createArrivals } from '#lib/auth/arrivals.ts';
import type { AtCase } from '#lib/auth/gate.ts';
import { gateCase, refusalResponse } from '#lib/auth/gate-request.ts';
import { readBody } from '#lib/auth/read-body.ts';
import { createSemaphore } from '#lib/auth/semaphore.ts';
import { readPhotograph } from '#lib/interop/photograph-image.ts';
import { recordPhotograph } from '#lib/operations/record-photograph.ts';
import { MOST_FORM_BYTES, MOST_PHOTOGRAPH_BYTES } from '#lib/schemas/photograph-answer.ts';
import { type PhotographForm, readPhotographForm } from './photograph-form.ts';
import { answerRecorded, answerRefused, answerTurnedAway, digestOf } from './photograph-response.ts';

type Context = { params: Promise<{ caseId: string }> };

/** Photographs that this process holds in memory at once. */
const arrive = createArrivals(4);
const oneAtATime = createSemaphore(1);

/** Takes a photograph from a form, with or without scripts, and keeps what is left of it without its metadata. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { caseId: named } = await params;
  const gate = await gateCase(request, named, 'photograph.record');
  if (!gate.ok) return answerTurnedAway(request, named, gate.reason);
  const { caseId, person } = gate.value;
  const taken = await arrive(person.id, () => take(request, gate.value));
  return taken.ok ? taken.value : answerRefused(request, caseId, taken.reason);
}

async function take(request: Request, at: AtCase): Promise<Response> {
  const { caseId } = at;
  const body = await readBody(request, MOST_FORM_BYTES);
  if (!body.ok) return answerRefused(request, caseId, body.reason);
  const type = request.headers.get('content-type') ?? '';
  const form = await oneAtATime(() => readPhotographForm(type, body.value));
  if (!form.ok) return answerRefused(request, caseId, form.reason.refusal, form.reason.typed);
  return keep(request, at, form.value);
}

async function keep(
  request: Request,
  { actor, caseId, now }: AtCase,
  { input, file, type, typed }: PhotographForm,
): Promise<Response> {
  if (file.length > MOST_PHOTOGRAPH_BYTES) return answerRefused(request, caseId, 'too-large', typed);
  const image = await oneAtATime(() => readPhotograph(file, type));
  if (!image.ok) return answerRefused(request, caseId, image.reason, typed);
  const fileDigest = await digestOf(file);
  const result = await recordPhotograph({ actor, caseId, input, image: image.value, fileDigest, now });
  if (result.ok)
    return answerRecorded(request, caseId, { id: result.value.id, complicationId: input.complicationId });
  switch (result.reason.kind) {
    case 'not-found':
      return refusalResponse('not-found');
    case 'not-allowed':
      return refusalResponse('forbidden');
    default:
      return answerRefused(request, caseId, result.reason.kind, typed);
  }
}

import { headers } from 'next/headers';
import { notFound, unstable_rethrow } from 'next/navigation';
import type { SignedIn } from '#lib/auth/current-session.ts';
import type { AtCase, AtClinic } from '#lib/auth/gate.ts';
import {
  type Asked,
  GATE_SENTENCES,
  type GateRefusal,
  gateCase,
  gateClinic,
  gatePerson,
} from '#lib/auth/gate-request.ts';
import { isSameOrigin } from '#lib/auth/same-origin.ts';
import type { Action } from '#lib/domain/access/can.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import { log } from '#lib/log.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { typedValues } from './typed-values.ts';

/** A refusal that keeps what was typed. `fields`: field name → what is wrong with it. */
export function refuseForm(form: FormData, message: string, fields: Record<string, string> = {}): FormState {
  return { status: 'refused', message, fields, values: typedValues(form) };
}

/** The form as it was typed, to be shown again with its preview: before scripts run, the server lays it out. */
export function previewed(form: FormData): FormState {
  return { status: 'previewed', values: typedValues(form) };
}

/** An action can be called with anything; our pages send a form. */
const NO_FORM: FormState = {
  status: 'refused',
  message:
    'This was not sent by a form of Turnwise, so nothing was changed. Open the page again and repeat it.',
  fields: {},
  values: {},
};

async function guard<At>(
  form: FormData,
  gate: (asked: Asked) => Promise<Result<At, GateRefusal>>,
  run: (at: At) => Promise<FormState>,
): Promise<FormState> {
  if (!((form as unknown) instanceof FormData)) return NO_FORM;
  try {
    const passed = await gate({ method: 'POST', headers: await headers() });
    if (passed.ok) return await run(passed.value);
    if (passed.reason === 'not-found') notFound();
    return refuseForm(form, GATE_SENTENCES[passed.reason]);
  } catch (error) {
    unstable_rethrow(error);
    const errorId = log().error('An action failed.', error);
    return refuseForm(
      form,
      `This could not be done because of a fault on our side (number ${errorId}). What you typed is still here: send it again, and tell your administrator the number if it happens twice.`,
    );
  }
}

/** Runs an action of somebody who need not be signed in, for a form sent by one of our pages. */
export function publicAction(form: FormData, run: () => Promise<FormState>): Promise<FormState> {
  return guard(
    form,
    async (asked) => (isSameOrigin(asked.headers) ? ok(null) : refused('another-site')),
    run,
  );
}

/** Runs an action of a signed-in person, for a form sent by one of our pages. */
export function personAction(form: FormData, run: (at: SignedIn) => Promise<FormState>): Promise<FormState> {
  return guard(form, gatePerson, run);
}

/** Runs an action of somebody whose role in the active clinic allows it. */
export function clinicAction(
  form: FormData,
  action: Action,
  run: (at: AtClinic) => Promise<FormState>,
): Promise<FormState> {
  return guard(form, (asked) => gateClinic(asked, action), run);
}

/** As `clinicAction`, for the case named by the form's field `caseId`; any other id is a page that is not found. */
export function caseAction(
  form: FormData,
  action: Action,
  run: (at: AtCase) => Promise<FormState>,
): Promise<FormState> {
  return guard(form, (asked) => gateCase(asked, form.get('caseId'), action), run);
}

'use server';

import { refresh } from 'next/cache';
import { newCalendarLink } from '#lib/auth/calendar-link.ts';
import { makeCalendarFeed } from '#lib/operations/make-calendar-feed.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { calendarFeedInput } from '#lib/schemas/theatre.ts';
import { formProblems } from './form-problems.ts';
import { clinicAction, refuseForm } from './guard-action.ts';

const KEPT = 'No address was made or changed.';

const REFUSED = {
  'not-allowed': `Your role in this clinic does not include this. ${KEPT}`,
  'room-unknown': `This room is not in use any more. Open the page again. ${KEPT}`,
  'not-a-surgeon': `Only surgeons have theatre times of their own. ${KEPT}`,
} as const;

/** Makes the calendar address of a room or of the surgeon who asks, or (`revoke`) makes it stop working. */
export async function makeCalendarFeedAction(_previous: FormState, form: FormData): Promise<FormState> {
  return clinicAction(form, 'booking.write', async ({ actor, now }) => {
    const parsed = calendarFeedInput.safeParse(Object.fromEntries(form));
    if (!parsed.success) return refuseForm(form, KEPT, formProblems(parsed.error.issues));
    const isRevoked = form.get('revoke') === 'yes';
    const link = isRevoked ? null : await newCalendarLink();
    const input = { ...parsed.data, tokenHash: link?.tokenHash ?? null };
    const made = await makeCalendarFeed({ actor, input, now });
    if (!made.ok) return refuseForm(form, REFUSED[made.reason.kind]);
    refresh();
    return {
      status: 'saved',
      message: link
        ? `Subscribe to this address in the calendar; it is not shown again, and whoever has it can read the times: ${link.url}`
        : 'The address does not work any more.',
    };
  });
}

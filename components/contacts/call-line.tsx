import Link from 'next/link';
import { CheckboxField } from '#components/forms/choice-field.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { TextField } from '#components/forms/text-field.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { Dated } from '#components/ui/dated.tsx';
import { Kbd } from '#components/ui/kbd.tsx';
import { LevelBadge } from '#components/ui/level-badge.tsx';
import type { ContactOutcome } from '#lib/domain/contact/contact.ts';
import type { CallRow } from '#lib/view/call-row.ts';
import { LEVEL_WORDS } from '#lib/view/case-words.ts';
import { CONTACT_OUTCOME_WORDS } from '#lib/view/contact-words.ts';
import type { Choice } from '#lib/view/intake-words.ts';
import { CallCaregivers } from './call-caregivers.tsx';
import { CallEntry } from './call-entry.tsx';
import { HOLD_LABELS, HoldFields } from './hold-fields.tsx';

const LEVELS = { 'act-now': 'act', 'look-today': 'look', information: 'info' } as const;

/** In the order of their keys. What opens further fields comes last: nothing else moves under the pointer. */
const OUTCOMES: readonly ContactOutcome[] = [
  'reached',
  'no-answer',
  'turned-now',
  'visit-arranged',
  'told-to-hold',
];

/** What comes of these is recorded on another page. */
const LEADS_ON: readonly ContactOutcome[] = ['turned-now', 'told-to-hold'];

type CallLineProps = { row: CallRow & { contactId: string }; staff: readonly Choice[] };

/** A family to be called: why, whom, when, what was said last, and what comes of it. */
export function CallLine({ row, staff }: CallLineProps) {
  return (
    <li
      data-list-item=""
      data-call-line={row.caseId}
      className="grid gap-x-6 gap-y-2 border-line border-b py-3 focus-within:bg-accent-soft lg:grid-cols-[minmax(0,1fr)_minmax(0,1.7fr)] lg:px-2"
    >
      <Reasons row={row} />
      <CallEntry
        caseId={row.caseId}
        name={row.name}
        mrn={row.mrn}
        contactId={row.contactId}
        labels={{ note: 'What was said', ...HOLD_LABELS }}
      >
        {/* What Enter in a field presses: it says no outcome, so that the first of them is not saved unseen. */}
        <button type="submit" name="outcome" value="" tabIndex={-1} aria-hidden="true" className="sr-only" />
        <div className="grid items-start gap-x-6 gap-y-2 sm:grid-cols-2 xl:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)]">
          <CallCaregivers caseId={row.caseId} caregivers={row.caregivers} />
          <TextField name="note" label="What was said" maxLength={2000} optional />
        </div>
        <Outcomes row={row} staff={staff} />
      </CallEntry>
    </li>
  );
}

function Reasons({ row }: { row: CallRow }) {
  const [first, ...more] = row.reasons;
  return (
    <div className="grid min-w-0 content-start gap-0.5">
      <p>
        <Link
          href={`/cases/${row.caseId}`}
          prefetch={false}
          className="font-semibold underline-offset-2 hover:underline"
        >
          {row.name}
        </Link>
        <span className="text-ink-muted text-sm"> MRN {row.mrn}</span>
      </p>
      <p>
        <LevelBadge level={LEVELS[row.level]} look="plain">
          {first ?? LEVEL_WORDS[row.level]}
        </LevelBadge>
      </p>
      {more.length > 0 ? (
        <p className="pl-6 text-sm">
          <Dated>{more.join(' · ')}</Dated>
        </p>
      ) : null}
      <p className="text-sm">
        {row.last === null && row.met !== null ? null : (
          <>
            <span className="text-ink-muted">Last said: </span>
            <Dated>{row.last ?? 'no contact on record'}</Dated>
          </>
        )}
        {row.met === null ? null : (
          <>
            <span className="text-ink-muted">{row.last === null ? 'Last met: ' : ' · last met: '}</span>
            <Dated>{row.met}</Dated>
          </>
        )}
        <span className="text-ink-muted"> · {row.heard ?? 'nothing was ever reported'}</span>
      </p>
    </div>
  );
}

function Outcomes({ row, staff }: CallLineProps) {
  return (
    <div className="grid grid-cols-2 items-start gap-2 sm:flex sm:flex-wrap">
      {OUTCOMES.map((outcome, index) =>
        outcome === 'told-to-hold' && row.holdable.length > 0 ? (
          <details key={outcome} className="open:col-span-2 open:basis-full">
            <summary
              data-call-key={index + 1}
              aria-keyshortcuts={String(index + 1)}
              className={`${buttonClass('secondary', 'sm')} cursor-pointer list-none max-sm:w-full`}
            >
              <OutcomeLabel outcome={outcome} index={index} />
            </summary>
            <div className="mt-2 grid gap-3 border-line border-l-3 pl-3 sm:grid-cols-2">
              <HoldFields devices={row.holdable} staff={staff} />
              <div className="flex flex-wrap items-center gap-x-4 gap-y-2 sm:col-span-2">
                <SubmitButton name="outcome" value={outcome} size="sm" pendingLabel="Saving…" data-leads="">
                  Save the call and the hold
                </SubmitButton>
                <CheckboxField name="next" value="turns" label="Turns were done: record them next" />
              </div>
            </div>
          </details>
        ) : (
          <SubmitButton
            key={outcome}
            name="outcome"
            value={outcome}
            size="sm"
            variant="secondary"
            data-call-key={index + 1}
            data-leads={LEADS_ON.includes(outcome) ? '' : undefined}
            aria-keyshortcuts={String(index + 1)}
          >
            <OutcomeLabel outcome={outcome} index={index} />
          </SubmitButton>
        ),
      )}
    </div>
  );
}

function OutcomeLabel({ outcome, index }: { outcome: ContactOutcome; index: number }) {
  return (
    <span>
      {CONTACT_OUTCOME_WORDS[outcome]}{' '}
      <span className="pointer-coarse:hidden max-sm:hidden">
        <Kbd>{index + 1}</Kbd>
      </span>
    </span>
  );
}

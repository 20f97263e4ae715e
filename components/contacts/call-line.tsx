import Link from 'next/link';
import { ActionForm } from '#components/forms/action-form.tsx';
import { RadioField } from '#components/forms/choice-field.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { TextField } from '#components/forms/text-field.tsx';
import { Kbd } from '#components/ui/kbd.tsx';
import { LevelBadge } from '#components/ui/level-badge.tsx';
import { Unknown } from '#components/ui/unknown.tsx';
import { recordContactAction } from '#lib/actions/record-contact-action.ts';
import { CONTACT_OUTCOMES } from '#lib/domain/contact/contact.ts';
import type { CallRow } from '#lib/view/call-row.ts';
import { LEVEL_WORDS } from '#lib/view/case-words.ts';
import { CONTACT_OUTCOME_WORDS } from '#lib/view/contact-words.ts';

const LEVELS = { 'act-now': 'act', 'look-today': 'look', information: 'info' } as const;

/** A family to be called: why, whom, when, what was said last, and what comes of it. */
export function CallLine({ row }: { row: CallRow & { contactId: string } }) {
  const [first, ...more] = row.reasons;
  return (
    <li
      data-list-item=""
      data-call-line=""
      className="grid gap-x-6 gap-y-3 border-line border-b py-4 focus-within:bg-accent-soft lg:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)] lg:px-2"
    >
      <div className="grid min-w-0 content-start gap-1">
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
        {more.map((reason) => (
          <p key={reason} className="pl-6 text-sm">
            {reason}
          </p>
        ))}
        <p className="text-sm">
          <span className="text-ink-muted">Last said: </span>
          {row.last ?? 'no contact on record'}
        </p>
        <p className="text-ink-muted text-sm">{row.heard ?? 'Nothing was ever reported'}</p>
      </div>
      <ActionForm
        action={recordContactAction}
        aria-label={`Call for ${row.name}`}
        className="content-start gap-3"
      >
        <input type="hidden" name="contactId" value={row.contactId} />
        <input type="hidden" name="caseId" value={row.caseId} />
        <input type="hidden" name="kind" value="call" />
        <input type="hidden" name="from" value="calls" />
        {row.caregivers.length === 0 ? (
          <p>
            <Unknown>No caregiver is on record</Unknown>{' '}
            <Link href={`/cases/${row.caseId}/patient?caregiver=new#caregivers`} className="underline">
              Add one
            </Link>
          </p>
        ) : (
          <RadioField
            name="caregiverId"
            label="With"
            optional
            defaultValue={row.caregivers[0]?.id}
            options={row.caregivers.map((caregiver) => ({
              value: caregiver.id,
              label: caregiver.name,
              hint: <Reach caregiver={caregiver} />,
            }))}
          />
        )}
        <TextField name="note" label="What was said" maxLength={2000} optional />
        <div className="flex flex-wrap gap-2">
          {CONTACT_OUTCOMES.map((outcome, index) => (
            <SubmitButton
              key={outcome}
              name="outcome"
              value={outcome}
              size="sm"
              variant="secondary"
              data-call-key={index + 1}
              aria-keyshortcuts={String(index + 1)}
            >
              <span>
                {CONTACT_OUTCOME_WORDS[outcome]} <Kbd>{index + 1}</Kbd>
              </span>
            </SubmitButton>
          ))}
        </div>
      </ActionForm>
    </li>
  );
}

function Reach({ caregiver: { phone, language, bestTime } }: { caregiver: CallRow['caregivers'][number] }) {
  return (
    <>
      {phone === null ? (
        'no number'
      ) : (
        <a href={`tel:${phone.replace(/[^+\d]/g, '')}`} className="font-medium text-ink underline">
          {phone}
        </a>
      )}
      {` · ${language}${bestTime === null ? '' : ` · best ${bestTime}`}`}
    </>
  );
}

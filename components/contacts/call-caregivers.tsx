import Link from 'next/link';
import { Unknown } from '#components/ui/unknown.tsx';
import type { CallRow } from '#lib/view/call-row.ts';

type CallCaregiversProps = Pick<CallRow, 'caseId' | 'caregivers'>;

/** Whom to phone, each with number, language and best time; of several, whom it was spoken with is chosen. */
export function CallCaregivers({ caseId, caregivers }: CallCaregiversProps) {
  const [only, ...others] = caregivers;
  if (!only) {
    return (
      <p>
        <Unknown>No caregiver is on record</Unknown>{' '}
        <Link href={`/cases/${caseId}/patient?caregiver=new#caregivers`} className="underline">
          Add one
        </Link>
      </p>
    );
  }
  if (others.length === 0) {
    return (
      <p className="min-w-0">
        <input type="hidden" name="caregiverId" value={only.id} />
        {only.name}
        <Reach caregiver={only} />
      </p>
    );
  }
  return (
    <fieldset className="grid min-w-0 gap-1">
      <legend className="sr-only">Spoken with</legend>
      {caregivers.map((caregiver, index) => (
        <label key={caregiver.id} className="flex min-h-6 items-start gap-2 pointer-coarse:min-h-11">
          <input
            type="radio"
            name="caregiverId"
            value={caregiver.id}
            defaultChecked={index === 0}
            className="mt-0.5 size-4 shrink-0"
          />
          <span className="min-w-0">
            {caregiver.name}
            <Reach caregiver={caregiver} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Reach({ caregiver: { phone, language, bestTime } }: { caregiver: CallRow['caregivers'][number] }) {
  return (
    <span className="block text-sm xl:ml-3 xl:inline">
      {phone === null ? (
        <span className="text-ink-muted">no number</span>
      ) : (
        <a
          href={`tel:${phone.replace(/[^+\d]/g, '')}`}
          className="whitespace-nowrap font-medium underline pointer-coarse:inline-block pointer-coarse:py-2.5"
        >
          {phone}
        </a>
      )}
      <span className="text-ink-muted">
        {` · ${language}`}
        {bestTime === null ? null : <span className="whitespace-nowrap">{` · best ${bestTime}`}</span>}
      </span>
    </span>
  );
}

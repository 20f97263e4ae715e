import { Alert } from '#components/ui/alert.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { Section } from '#components/ui/section.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { ImportForm } from './import-form.tsx';
import { TurnsNav } from './turns-nav.tsx';

type ImportSectionProps = { caseId: string; devices: readonly string[]; isClosed: boolean; zoneNote: string };

const COLUMNS = [
  ['date', '2026-03-12 or 12-Mar-2026: the day of the slot', true],
  ['slot', 'number of the slot within its day, such as 1', true],
  ['device', 'label of the device', true],
  ['actuations', '1, 0.5 or 1/2; x skipped, ? not sure, n could not engage, -1 the wrong way', true],
  ['outcome', 'done, partial, skipped, could-not-engage, wrong-way, extra, not-sure', false],
  ['done_at', '20:05, or 2026-03-12 20:05, on the clock of the family', false],
  ['turned_by, checked_by, site_look, note', 'text', false],
  ['resistance', 'normal, stiff, sudden-ease, unknown', false],
  ['pain', '0 to 10', false],
  ['id', 'a UUID, where the program that wrote the file has one', false],
] as const;

/** Import of turns from a file: what it must hold, the template, the check. */
export function ImportSection({ caseId, devices, isClosed, zoneNote }: ImportSectionProps) {
  return (
    <Section
      title="CSV file"
      id="import"
      detail={`turns from a spreadsheet${zoneNote}`}
      actions={<TurnsNav caseId={caseId} current="/import" mayRecord />}
    >
      {isClosed ? (
        <Alert level="info" title="This case is closed.">
          Turns cannot be recorded. What was recorded is in the flowsheet.
        </Alert>
      ) : (
        <div className="grid grid-cols-1 gap-6">
          <p className="max-w-prose">
            The file is checked line by line first. Nothing is recorded until you confirm, and then all of it
            or nothing. Slots that are reported already stay as they are.
          </p>
          <noscript>
            <p>
              Checking a file needs JavaScript, which is off in this browser. The{' '}
              <TextLink href={`/cases/${caseId}/turns/sheet`}>paper sheet</TextLink> works without it.
            </p>
          </noscript>
          <ImportForm caseId={caseId} />
          <div className="grid gap-2">
            <a
              href={`/api/cases/${caseId}/turn-import`}
              download="turns.csv"
              className={`${buttonClass('secondary')} justify-self-start`}
            >
              Download a template
            </a>
            <p className="text-ink-muted">
              It lists the slots of the last two weeks that lack a report. Devices of this case:{' '}
              {devices.length === 0 ? 'none yet' : devices.join(', ')}.
            </p>
          </div>
          <details>
            <summary className="cursor-pointer text-accent underline">What the columns hold</summary>
            <dl className="grid gap-x-4 gap-y-1 pt-2 sm:grid-cols-[auto_minmax(0,1fr)]">
              {COLUMNS.map(([column, holds, needed]) => (
                <div key={column} className="contents">
                  <dt className="font-mono">{column}</dt>
                  <dd className="pb-2 sm:pb-0">
                    {holds}
                    {needed ? <strong className="font-medium"> (needed)</strong> : null}
                  </dd>
                </div>
              ))}
            </dl>
          </details>
        </div>
      )}
    </Section>
  );
}

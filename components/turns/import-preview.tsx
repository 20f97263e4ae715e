import { Alert } from '#components/ui/alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { Table, TableScroll } from '#components/ui/table.tsx';
import { dayFromIso } from '#lib/domain/case-day.ts';
import type { ImportLine, ImportProblem } from '#lib/schemas/turn-import-answer.ts';
import { formatActuations } from '#lib/view/format-amount.ts';
import { counted, formatDay } from '#lib/view/format-date.ts';
import { OUTCOME_WORDS } from '#lib/view/turn-words.ts';

type ImportPreviewProps = {
  name: string;
  lines: readonly ImportLine[];
  problems: readonly ImportProblem[];
  caseId: string;
  recording: boolean;
  onConfirm: () => void;
};

const MOST_SHOWN = 200;

/** What would become of each line; nothing is recorded until it is confirmed, and nothing while a line is wrong. */
export function ImportPreview({ name, lines, problems, caseId, recording, onConfirm }: ImportPreviewProps) {
  const fresh = lines.filter(({ fate }) => fate === 'new').length;
  const known = lines.length - fresh;
  if (problems.length > 0) return <Problems name={name} problems={problems} />;
  return (
    <div className="grid grid-cols-1 gap-4">
      <Alert
        level={fresh > 0 ? 'info' : 'look'}
        role="status"
        title={
          fresh > 0
            ? `${name}: ${counted(fresh, 'new report')}${known > 0 ? `, ${known} already recorded` : ''}. Nothing is recorded yet.`
            : `Every slot of ${name} is already recorded. There is nothing to record.`
        }
        actions={
          fresh > 0 ? (
            <Button variant="primary" pending={recording} onClick={onConfirm}>
              {recording ? 'Recording…' : `Record ${counted(fresh, 'report')}`}
            </Button>
          ) : null
        }
      >
        {known > 0 ? 'What is already recorded stays as it is; correct it in the flowsheet.' : null}
      </Alert>
      <TableScroll label="Lines of the file" className="max-h-[60dvh]">
        <Table caption="Lines of the file and what becomes of them" sticky="head" density="tight">
          <thead>
            <tr>
              <th scope="col" className="num">
                Line
              </th>
              <th scope="col">Day</th>
              <th scope="col" className="num">
                Slot
              </th>
              <th scope="col">Device</th>
              <th scope="col">Outcome</th>
              <th scope="col" className="num">
                Actuations
              </th>
              <th scope="col">What becomes of it</th>
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, MOST_SHOWN).map((line) => (
              <LineRow key={line.line} line={line} caseId={caseId} />
            ))}
          </tbody>
        </Table>
      </TableScroll>
      <More shown={MOST_SHOWN} all={lines.length} what="line" />
    </div>
  );
}

function LineRow({ line, caseId }: { line: ImportLine; caseId: string }) {
  const isNew = line.fate === 'new';
  return (
    <tr className={isNew ? '' : 'text-ink-muted'}>
      <td className="num">{line.line}</td>
      <td className="whitespace-nowrap">{formatDay(dayFromIso(line.day) ?? 0)}</td>
      <td className="num">{line.slot}</td>
      <td>{line.deviceLabel}</td>
      <td>{OUTCOME_WORDS[line.outcome]}</td>
      <td className="num">
        {line.actuationsCenti === null ? 'not known' : formatActuations(line.actuationsCenti)}
      </td>
      <td>
        {isNew ? 'new' : 'already recorded'}
        {line.differsFromCenti === null ? null : (
          <a className="ml-2 text-accent underline" href={`/cases/${caseId}/turns`}>
            there as {formatActuations(line.differsFromCenti)}
          </a>
        )}
      </td>
    </tr>
  );
}

function Problems({ name, problems }: { name: string; problems: readonly ImportProblem[] }) {
  const lines = new Set(problems.map(({ line }) => line)).size;
  return (
    <div className="grid grid-cols-1 gap-4">
      <Alert
        level="act"
        word="Error"
        role="alert"
        title={`${name}: ${counted(problems.length, 'cell')} to put right on ${counted(lines, 'line')}.`}
      >
        Nothing was recorded, and nothing will be while a line is wrong. Correct the file and choose it again.
      </Alert>
      <TableScroll label="What is wrong in the file" className="max-h-[60dvh]">
        <Table caption="What is wrong in the file, line by line" sticky="head">
          <thead>
            <tr>
              <th scope="col" className="num">
                Line
              </th>
              <th scope="col">Column</th>
              <th scope="col">What it says</th>
              <th scope="col">What to do</th>
            </tr>
          </thead>
          <tbody>
            {problems.slice(0, MOST_SHOWN).map(({ line, column, written, message }) => (
              <tr key={`${line} ${column} ${message}`}>
                <td className="num">{line}</td>
                <td className="font-mono">{column}</td>
                <td className="break-words">
                  {written === '' ? <span className="text-ink-muted">nothing</span> : `“${written}”`}
                </td>
                <td>
                  {message.charAt(0).toUpperCase()}
                  {message.slice(1)}.
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      </TableScroll>
      <More shown={MOST_SHOWN} all={problems.length} what="problem" />
    </div>
  );
}

function More({ shown, all, what }: { shown: number; all: number; what: string }) {
  if (all <= shown) return null;
  return (
    <p className="text-ink-muted">
      The first {shown} are shown; {counted(all - shown, `more ${what}`)} below.
    </p>
  );
}

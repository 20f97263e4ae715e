import 'server-only';
import { insertReports } from '#lib/data/turn-reports.ts';
import type { Actor, AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import { acceptReport, type ReportRefusal } from '#lib/domain/turn/accept-report.ts';
import { effectiveReports } from '#lib/domain/turn/effective-reports.ts';
import type { TurnReport } from '#lib/domain/turn/report.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { TurnReportInput, TurnReportsInput } from '#lib/schemas/turn-reports.ts';
import { type CaseReason, inCase } from './in-case.ts';
import { type MomentRefusal, resolveMoment } from './resolve-moment.ts';

type Refusal =
  | ReportRefusal
  | MomentRefusal<'doneAt'>
  | { kind: 'id-reused'; field: 'id' }
  /** Somebody reported this slot before; only when the batch asks. */
  | { kind: 'slot-reported'; field: 'slot'; by: string | null };

/** What is wrong with one report of the batch, by its place in it. */
export type ReportProblem = { index: number; id: string } & Refusal;

export type TurnReportsReason = CaseReason | { kind: 'reports-refused'; problems: readonly ReportProblem[] };

/** `recorded` are new, `repeated` were known already with the same body; ids in the order of the batch. */
export type RecordedReports = { recorded: readonly string[]; repeated: readonly string[] };

/**
 * Records a batch of turn reports, as a whole or not at all: a phone call, a sheet, a file, corrections. A report
 * that was recorded before with the same body counts as recorded; with another body it is refused. Only what
 * cannot be true is refused; what departs from the plan is kept and flagged.
 */
export function recordTurnReports(request: {
  actor: Actor;
  caseId: AuthorizedCaseId;
  input: TurnReportsInput;
  now: Instant;
}): Promise<Result<RecordedReports, TurnReportsReason>> {
  const { actor, caseId, input, now } = request;
  return inCase<RecordedReports, TurnReportsReason>(
    { actor, caseId, now, action: 'turns.record', write: null },
    ({ header, facts }) => {
      const batch = sortOut(facts, input, now);
      if (batch.problems.length > 0) return refused({ kind: 'reports-refused', problems: batch.problems });
      const { added, repeated } = batch;
      const value = { recorded: added.map(({ id }) => id), repeated };
      if (added.length === 0) return ok({ value, change: null });
      const reasons = new Map(input.reports.map(({ id, correctionReason }) => [id, correctionReason]));
      return ok({
        value,
        change: {
          statements: [insertReports(caseId, actor.personId, added, reasons)],
          after: { header, facts: { ...facts, reports: [...facts.reports, ...added] } },
          event: added.some(({ correctsId }) => correctsId !== null) ? 'turns.corrected' : 'turns.recorded',
          detail: { reports: value.recorded, source: added[0]?.source },
        },
      });
    },
  );
}

type Batch = { added: TurnReport[]; repeated: string[]; problems: ReportProblem[] };

/** Each report is judged on the facts and the reports of the batch before it. */
function sortOut(facts: CaseFacts, { reports: inputs, secondInSlot }: TurnReportsInput, now: Instant): Batch {
  const reports = [...facts.reports];
  const standing = secondInSlot === 'ask' ? effectiveReports(reports) : [];
  const known = new Map(reports.map((report) => [report.id, report]));
  const batch: Batch = { added: [], repeated: [], problems: [] };
  for (const [index, input] of inputs.entries()) {
    const judged = judge({ ...facts, reports }, known.get(input.id), input, now);
    if (!judged.ok) {
      batch.problems.push({ index, id: input.id, ...judged.reason });
    } else if (judged.value === 'repeated') {
      batch.repeated.push(input.id);
    } else if (isSecond(standing, judged.value)) {
      const by = standing.findLast(isInSlotOf(judged.value))?.turnedBy ?? null;
      batch.problems.push({ index, id: input.id, kind: 'slot-reported', field: 'slot', by });
    } else {
      batch.added.push(judged.value);
      reports.push(judged.value);
      known.set(input.id, judged.value);
    }
  }
  return batch;
}

function isSecond(standing: readonly TurnReport[], report: TurnReport): boolean {
  return report.correctsId === null && report.outcome !== 'extra' && standing.some(isInSlotOf(report));
}

const isInSlotOf = (report: TurnReport) => (other: TurnReport) =>
  other.deviceId === report.deviceId && other.day === report.day && other.slot === report.slot;

function judge(
  facts: CaseFacts,
  earlier: TurnReport | undefined,
  input: TurnReportInput,
  now: Instant,
): Result<TurnReport | 'repeated', Refusal> {
  const doneAt = input.doneAt === null ? ok(null) : resolveMoment(facts.zone, input.doneAt, 'doneAt');
  if (!doneAt.ok) return doneAt;
  const report = toReport(facts, input, doneAt.value, now);
  if (!earlier) return acceptReport(facts, report, now);
  return isSame(earlier, report) ? ok('repeated') : refused({ kind: 'id-reused', field: 'id' });
}

function toReport(
  { reports }: CaseFacts,
  input: TurnReportInput,
  doneAt: Instant | null,
  now: Instant,
): TurnReport {
  const { correctionReason: _, ...said } = input;
  const signs = said.signs ?? reports.find(({ id }) => id === said.correctsId)?.signs ?? [];
  return { ...said, signs, doneAt, recordedAt: now };
}

function isSame(earlier: TurnReport, later: TurnReport): boolean {
  const keys = Object.keys(later) as (keyof TurnReport)[];
  return keys.every(
    (key) => key === 'recordedAt' || JSON.stringify(earlier[key]) === JSON.stringify(later[key]),
  );
}

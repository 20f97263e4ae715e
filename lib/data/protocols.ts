import 'server-only';
import type { Review } from '#lib/domain/protocol/proposal.ts';
import type { ProtocolVersion } from '#lib/domain/protocol/version.ts';
import type { Instant } from '#lib/domain/units.ts';
import { date, insertInto, type Statement, timestamp } from './statement.ts';

/** Adds a version with its amounts, and when the family was told of it if they were. */
export function insertVersion(caseId: string, id: string, version: ProtocolVersion): Statement[] {
  const { tolerances, missedTurnRule, consolidation } = version;
  const row = {
    id,
    case_id: caseId,
    version: version.version,
    kind: version.kind,
    from_day: date(version.fromDay),
    from_slot: version.fromSlot,
    sessions: version.sessions,
    latency_days: version.latencyDays,
    last_day: date(version.lastDay),
    stop_visit_day: date(version.stopVisitDay),
    min_interval_min: version.minIntervalMin,
    grace_min: tolerances.graceMin,
    missed_slots: tolerances.missedSlots,
    silence_min: tolerances.silenceMin,
    behind_um: tolerances.behindUm,
    ahead_um: tolerances.aheadUm,
    asymmetry_um: tolerances.asymmetryUm,
    measured_um: tolerances.measuredUm,
    measured_permille: tolerances.measuredPermille,
    travel_notice_days: tolerances.travelNoticeDays,
    event_days: tolerances.eventDays,
    missed_turn_rule_en: missedTurnRule.en,
    missed_turn_rule_es: missedTurnRule.es,
    contact_days: version.contactDays,
    consolidation_kind: consolidation.kind,
    consolidation_value: storedValue(consolidation),
    reason_code: version.reasonCode,
    reason: version.reason,
    author_id: version.authorId,
    unusual: version.unusual,
    cosign_by: timestamp(version.cosignBy),
    cosigner_id: version.cosignerId,
    carries: version.carries,
    recorded_at: timestamp(version.recordedAt),
  };
  const plans = version.devices.map(({ deviceId, perSession, targetUm }) => ({
    case_id: caseId,
    version: version.version,
    device_id: deviceId,
    per_session_centi: perSession,
    target_um: targetUm,
  }));
  const { toldAt, toldById, authorId, recordedAt } = version;
  const notice = { caseId, version: version.version, toldById, recordedBy: authorId, recordedAt };
  return [
    insertInto('protocol_version', [row]),
    insertInto('protocol_device_plan', plans),
    ...(toldAt === null ? [] : [insertNotice({ ...notice, toldAt })]),
  ];
}

/** Notes when the family was told of a version. */
export function insertNotice(notice: {
  caseId: string;
  version: number;
  toldAt: Instant;
  /** Who told them; null: whoever records it. */
  toldById: string | null;
  recordedBy: string;
  recordedAt: Instant;
}): Statement {
  return insertInto('protocol_notice', [
    {
      case_id: notice.caseId,
      version: notice.version,
      told_at: timestamp(notice.toldAt),
      told_by: notice.toldById,
      recorded_by: notice.recordedBy,
      recorded_at: timestamp(notice.recordedAt),
    },
  ]);
}

/** Adds what a surgeon said of a version that waited for his signature. */
export function insertReview(caseId: string, id: string, version: number, review: Review): Statement {
  return insertInto('protocol_review', [
    {
      id,
      case_id: caseId,
      version,
      decision: review.decision,
      from_day: date(review.from?.day ?? null),
      from_slot: review.from?.slot ?? null,
      note: review.note,
      by_id: review.byId,
      recorded_at: timestamp(review.recordedAt),
    },
  ]);
}

function storedValue(rule: ProtocolVersion['consolidation']): number | null {
  switch (rule.kind) {
    case 'fixed-days':
    case 'days-per-cm':
      return rule.days;
    case 'multiple-of-activation':
      return rule.ratioHundredths;
    case 'imaging-decides':
      return null;
  }
}

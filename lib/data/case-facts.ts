import 'server-only';
import type { CaseFacts, Site } from '#lib/domain/facts.ts';
import type { ClinicDefaults } from '#lib/domain/protocol/clinic-defaults.ts';
import { type Proposal, type Review, standingVersions } from '#lib/domain/protocol/proposal.ts';
import type { ConsolidationRule, ProtocolVersion } from '#lib/domain/protocol/version.ts';
import type { RemovalFacts } from '#lib/domain/removal/removal-facts.ts';
import { FIRST_THEATRE_SETTINGS } from '#lib/domain/theatre/theatre-settings.ts';
import type { Day, Instant } from '#lib/domain/units.ts';
import { caregiverList } from './caregivers.ts';
import { complications } from './complication-facts.ts';
import { contactList } from './contacts.ts';
import { deviceEvents, devices, recalls } from './device-facts.ts';
import { list, standing } from './json-list.ts';
import { reportLines, toReports } from './report-lines.ts';
import { epochDay, epochMs, type Queryable } from './statement.ts';
import { withdrawnOperations } from './withdrawn-operations.ts';

/** What a case is besides its facts: whose it is and where. */
export type CaseHeader = {
  caseId: string;
  clinicId: string;
  patientId: string;
  surgeonId: string;
  openedAt: Instant;
  closedAt: Instant | null;
  /** Why it ended; null while it is open. */
  closedAs: string | null;
  version: number;
  clinicDefaults: ClinicDefaults;
};

/** A case as it is recorded. */
export type CaseRecord = { header: CaseHeader; facts: CaseFacts };

/** The same as it was read; `seen` is its place in the order of changes: what changes from there on is not in it. */
export type ReadCase = CaseRecord & { seen: string };

const plans = list(
  { deviceId: 'p.device_id', perSession: 'p.per_session_centi', targetUm: 'p.target_um' },
  'protocol_device_plan p WHERE p.case_id = v.case_id AND p.version = v.version',
);

const versions = list(
  {
    version: 'v.version',
    kind: 'v.kind',
    fromDay: epochDay('v.from_day'),
    fromSlot: 'v.from_slot',
    latencyDays: 'v.latency_days',
    sessions: 'v.sessions',
    devices: plans,
    lastDay: epochDay('v.last_day'),
    stopVisitDay: epochDay('v.stop_visit_day'),
    minIntervalMin: 'v.min_interval_min',
    tolerances: `json_build_object('graceMin', v.grace_min, 'missedSlots', v.missed_slots, 'silenceMin', v.silence_min,
      'behindUm', v.behind_um, 'aheadUm', v.ahead_um, 'asymmetryUm', v.asymmetry_um, 'measuredUm', v.measured_um,
      'measuredPermille', v.measured_permille, 'travelNoticeDays', v.travel_notice_days, 'eventDays', v.event_days)`,
    missedTurnRule: `json_build_object('en', v.missed_turn_rule_en, 'es', v.missed_turn_rule_es)`,
    contactDays: 'v.contact_days',
    consolidationKind: 'v.consolidation_kind',
    consolidationValue: 'v.consolidation_value',
    reasonCode: 'v.reason_code',
    reason: 'v.reason',
    authorId: 'v.author_id',
    unusual: 'v.unusual',
    cosignBy: epochMs('v.cosign_by'),
    cosignerId: 'v.cosigner_id',
    carries: 'v.carries',
    toldAt: epochMs('n.told_at'),
    toldById: 'coalesce(n.told_by, n.recorded_by)',
    recordedAt: epochMs('v.recorded_at'),
    review: `CASE WHEN r.id IS NOT NULL THEN json_build_object('decision', r.decision, 'fromDay', ${epochDay('r.from_day')},
      'fromSlot', r.from_slot, 'note', r.note, 'byId', r.by_id, 'recordedAt', ${epochMs('r.recorded_at')}) END`,
  },
  `protocol_version v LEFT JOIN protocol_notice n USING (case_id, version)
    LEFT JOIN protocol_review r USING (case_id, version) WHERE v.case_id = c.id`,
);

const removal = `json_build_object(
    'template', (SELECT checks FROM theatre_settings t WHERE t.clinic_id = c.clinic_id),
    'checks', ${list(
      {
        id: 'k.id',
        key: 'k.key',
        state: 'k.state',
        note: 'k.note',
        recordedBy: 'k.recorded_by',
        recordedAt: epochMs('k.recorded_at'),
      },
      'preoperative_check k WHERE k.case_id = c.id',
    )},
    'bookings', ${list(
      {
        bookingId: 's.booking_id',
        seq: 's.seq',
        change: 's.change',
        place: `CASE WHEN s.room_id IS NOT NULL THEN json_build_object('roomId', s.room_id, 'surgeonId', s.surgeon_id,
          'anaesthetistId', s.anaesthetist_id, 'startsAt', ${epochMs('s.starts_at')}, 'endsAt', ${epochMs('s.ends_at')},
          'cleaningMin', s.cleaning_min) END`,
        holdUntil: epochMs('s.hold_until'),
        reason: 's.reason',
        departures: 's.departures',
        earliestDay: epochDay('s.earliest_day'),
        latestDay: epochDay('s.latest_day'),
        recordedBy: 's.recorded_by',
        recordedAt: epochMs('s.recorded_at'),
      },
      'booking b JOIN booking_state s ON s.booking_id = b.id WHERE b.case_id = c.id',
    )},
    'visits', ${list(
      { id: 'u.id', day: epochDay('u.day'), purpose: 'u.purpose', recordedAt: epochMs('u.recorded_at') },
      `follow_up_visit u WHERE u.case_id = c.id
        AND u.operation_id NOT IN ${withdrawnOperations('c.id')}`,
    )})`;

const recorded = { id: 'f.id', kind: 'f.kind', recordedAt: epochMs('f.recorded_at') };

const events = list(
  {
    ...recorded,
    at: epochMs('f.at'),
    reasonCode: 'f.reason_code',
    reason: 'f.reason',
    byId: 'f.recorded_by',
    toldAt: epochMs('n.told_at'),
    toldById: 'n.told_by',
  },
  standing('course_event', 'LEFT JOIN course_notice n ON n.event_id = f.id'),
);

/** What `toReadCase` reads, of a case `c` of `clinic`. */
export const caseColumns = `c.id AS "caseId", c.clinic_id AS "clinicId", c.patient_id AS "patientId", c.surgeon_id AS "surgeonId",
  c.zone, c.site, ${epochMs('c.opened_at')}::float8 AS "openedAt", ${epochMs('c.closed_at')}::float8 AS "closedAt",
  c.closed_as AS "closedAs", c.version, clinic.defaults AS "clinicDefaults",
  pg_snapshot_xmin(pg_current_snapshot())::text AS seen,
  ${list({ ...recorded, endedAt: epochMs('f.ended_at') }, standing('operation'))} AS operations,
  ${devices} AS devices,
  ${versions} AS versions,
  ${events} AS events,
  ${reportLines('c.id')} AS reports,
  ${list(
    {
      ...recorded,
      deviceId: 'f.device_id',
      takenAt: epochMs('f.taken_at'),
      valueUm: 'f.value_um',
      uncertaintyUm: 'f.uncertainty_um',
      method: 'f.method',
      note: 'f.note',
    },
    standing('measurement'),
  )} AS measurements,
  ${deviceEvents} AS "deviceEvents",
  ${recalls} AS recalls,
  ${complications} AS complications,
  ${contactList} AS contacts,
  ${caregiverList} AS caregivers,
  ${list(
    {
      ...recorded,
      flagKey: 'f.flag_key',
      level: 'f.level',
      extent: 'coalesce(f.extent, 1)',
      action: 'f.action',
      assigneeId: 'f.assignee_id',
      until: epochMs('f.until'),
      note: 'f.note',
      byId: 'f.by_id',
    },
    'flag_decision f WHERE f.case_id = c.id',
  )} AS decisions,
  ${removal} AS removal`;

const CASE = {
  name: 'case-record',
  text: `SELECT ${caseColumns} FROM distraction_case c JOIN clinic ON clinic.id = c.clinic_id
    WHERE c.id = $1 AND c.clinic_id = $2`,
};

type StoredVersion = Omit<ProtocolVersion, 'consolidation' | 'cosignedAt'> & {
  consolidationKind: ConsolidationRule['kind'];
  consolidationValue: number | null;
  review: (Omit<Review, 'from'> & { fromDay: Day | null; fromSlot: number | null }) | null;
};

export type CaseRow = CaseHeader &
  Pick<
    CaseFacts,
    | 'zone'
    | 'operations'
    | 'devices'
    | 'events'
    | 'measurements'
    | 'complications'
    | 'contacts'
    | 'caregivers'
    | 'deviceEvents'
    | 'recalls'
    | 'decisions'
  > & {
    site: Site;
    seen: string;
    versions: StoredVersion[];
    reports: string | null;
    removal: Pick<RemovalFacts, 'checks' | 'bookings' | 'visits'> & {
      template: RemovalFacts['template'] | null;
    };
  };

/** A case with every fact that stands, in one statement; null when the clinic has no such case. */
export async function findCase(
  db: Queryable,
  { clinicId, caseId }: { clinicId: string; caseId: string },
): Promise<ReadCase | null> {
  const { rows } = await db.query<CaseRow>({ ...CASE, values: [caseId, clinicId] });
  return rows[0] ? toReadCase(rows[0]) : null;
}

/** The case of a row of `caseColumns`. */
export function toReadCase(row: CaseRow): ReadCase {
  const {
    zone,
    site,
    operations,
    devices,
    deviceEvents,
    recalls,
    versions,
    events,
    reports,
    measurements,
    complications,
    contacts,
    caregivers,
    decisions,
    removal,
    seen,
    ...header
  } = row;
  return {
    seen,
    header,
    facts: {
      caseId: header.caseId,
      zone,
      site,
      operations,
      devices,
      deviceEvents,
      recalls,
      ...standingVersions(versions.map(toWritten)),
      events,
      reports: toReports(reports),
      measurements,
      complications,
      contacts,
      caregivers,
      decisions,
      removal: {
        ...removal,
        overdueDays: header.clinicDefaults.overdueRemovalDays,
        template: removal.template ?? FIRST_THEATRE_SETTINGS.checks,
      },
    },
  };
}

function toWritten({ consolidationKind, consolidationValue, review, ...version }: StoredVersion): Proposal {
  return {
    version: {
      ...version,
      consolidation: toRule(consolidationKind, consolidationValue ?? 0),
      cosignedAt: null,
    },
    review: review && toReview(review),
  };
}

function toReview({ fromDay, fromSlot, ...said }: NonNullable<StoredVersion['review']>): Review {
  return { ...said, from: fromDay === null || fromSlot === null ? null : { day: fromDay, slot: fromSlot } };
}

function toRule(kind: ConsolidationRule['kind'], value: number): ConsolidationRule {
  switch (kind) {
    case 'fixed-days':
    case 'days-per-cm':
      return { kind, days: value };
    case 'multiple-of-activation':
      return { kind, ratioHundredths: value };
    case 'imaging-decides':
      return { kind };
  }
}

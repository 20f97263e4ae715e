import { dayOf, isoDay } from '#lib/domain/case-day.ts';
import { byPlacement } from '#lib/domain/device/by-placement.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import type { AmendmentKind } from '#lib/domain/protocol/amendment.ts';
import { type VersionStart, versionsUntil } from '#lib/domain/protocol/base-version.ts';
import { bandFor, type ClinicDefaults } from '#lib/domain/protocol/clinic-defaults.ts';
import { draftPlans } from '#lib/domain/protocol/draft-plans.ts';
import { latestNumber } from '#lib/domain/protocol/proposal.ts';
import type { RateBand } from '#lib/domain/protocol/validate.ts';
import type { ConsolidationRule, Tolerances } from '#lib/domain/protocol/version.ts';
import type { Centi, Minutes, Thread, Um } from '#lib/domain/units.ts';
import type { AmendmentBase } from './amendment-base.ts';
import { formatMinute } from './format-date.ts';
import { mmText } from './read-mm.ts';

/** A device as the form of a protocol plans it. */
export type DraftDevice = Thread & {
  id: string;
  label: string;
  position: string;
  travelUm: Um | null;
  initialOpeningUm: Um;
  /** One text per session row; empty: not written yet. */
  amounts: readonly string[];
  target: string;
};

/** What the form of a version starts from. */
export type ProtocolDraft = {
  /** The latest version on record, 0 for none. */
  seenVersion: number;
  /** The version that it is drafted from; null: it is the first. */
  drafted: number | null;
  kind: AmendmentKind;
  /** `HH:MM` per session row; empty rows are not used. */
  times: readonly string[];
  devices: readonly DraftDevice[];
  /** Control → what it holds at first. */
  values: Readonly<Record<string, string>>;
  /** Control → the clinic's default, for those that have one. */
  defaults: Readonly<Record<string, string>>;
  band: RateBand;
};

const ROWS = 4;
/** What leaves the sessions of the day as they are: no empty row is offered. */
const KEEPS_SESSIONS: ReadonlySet<AmendmentKind> = new Set(['hold', 'resume', 'reverse']);

/** What is amended, of which device (null: of all), and in which version (null: the first, nothing is amended). */
export type DraftAsked = { kind: AmendmentKind; deviceId: string | null; base: AmendmentBase | null };

/**
 * The first version starts from the clinic's defaults, a later one from the version that it changes. Amounts have no
 * default: nobody but the author knows them.
 */
export function protocolDraft(
  facts: CaseFacts,
  clinic: ClinicDefaults,
  { kind, deviceId, base }: DraftAsked,
): ProtocolDraft {
  const amended = base?.version ?? null;
  const isFirst = base === null;
  const plans = isFirst
    ? []
    : draftPlans(versionsUntil(facts.versions, base.start), base.version, kind, deviceId);
  const operation = facts.operations.find(({ kind }) => kind === 'index');
  const operatedDay = operation && dayOf(facts.zone, operation.endedAt);
  const defaults: Record<string, string> = {
    ...settingTexts(clinic),
    ...(isFirst ? { latencyDays: String(clinic.latencyDays) } : {}),
    ...(operatedDay !== undefined && isFirst ? { fromDay: isoDay(operatedDay + clinic.latencyDays) } : {}),
  };
  const sessions = amended?.sessions ?? clinic.sessions;
  clinic.sessions.forEach((minute, index) => {
    defaults[`time.${index + 1}`] = formatMinute(minute);
  });
  const rows = KEEPS_SESSIONS.has(kind) ? sessions.length : Math.max(ROWS, sessions.length);
  const times = Array.from({ length: rows }, (_, row) => minuteText(sessions[row]));
  return {
    seenVersion: latestNumber(facts),
    drafted: amended?.version ?? null,
    kind,
    times,
    devices: facts.devices
      .filter(({ removedAt }) => removedAt === null)
      .sort(byPlacement)
      .map((device) => {
        const plan = plans.find((one) => one.deviceId === device.id);
        const { id, label, position, umPerTurn, actuationsPerTurn, travelUm, initialOpeningUm } = device;
        const amounts = times.map((_, row) => amountText(plan?.perSession[row]));
        const target = mmText(plan?.targetUm);
        return {
          id,
          label,
          position,
          umPerTurn,
          actuationsPerTurn,
          travelUm,
          initialOpeningUm,
          amounts,
          target,
        };
      }),
    values: {
      ...defaults,
      fromSlot: '1',
      ...(base && { ...settingTexts(base.version), ...startTexts(base.start) }),
      lastDay: amended?.lastDay == null ? '' : isoDay(amended.lastDay),
      stopVisitDay: amended?.stopVisitDay == null ? '' : isoDay(amended.stopVisitDay),
      ...(amended && { latencyDays: amended.latencyDays === null ? '' : String(amended.latencyDays) }),
      reasonCode: isFirst ? 'first-prescription' : '',
      reason: isFirst ? 'First protocol' : '',
    },
    defaults,
    band: bandFor(clinic, facts.site),
  };
}

function startTexts({ fromDay, fromSlot }: VersionStart) {
  return { fromDay: isoDay(fromDay), fromSlot: String(fromSlot) };
}

/** What a clinic and each version of a protocol say alike. */
type Settings = {
  tolerances: Tolerances;
  minIntervalMin: Minutes;
  contactDays: number;
  consolidation: ConsolidationRule;
  missedTurnRule: { en: string; es: string };
};

/** Hours, millimetres and per cent as they are typed. */
export function settingTexts({
  tolerances,
  minIntervalMin,
  contactDays,
  consolidation,
  missedTurnRule,
}: Settings) {
  return {
    graceMin: hours(tolerances.graceMin),
    missedSlots: String(tolerances.missedSlots),
    silenceMin: hours(tolerances.silenceMin),
    behindUm: mmText(tolerances.behindUm),
    aheadUm: mmText(tolerances.aheadUm),
    asymmetryUm: mmText(tolerances.asymmetryUm),
    measuredUm: mmText(tolerances.measuredUm),
    measuredPermille: String(tolerances.measuredPermille / 10),
    travelNoticeDays: String(tolerances.travelNoticeDays),
    eventDays: String(tolerances.eventDays),
    minIntervalMin: hours(minIntervalMin),
    contactDays: String(contactDays),
    consolidationKind: consolidation.kind,
    consolidationValue: consolidationText(consolidation),
    missedTurnEn: missedTurnRule.en,
    missedTurnEs: missedTurnRule.es,
  };
}

function consolidationText(rule: ConsolidationRule): string {
  switch (rule.kind) {
    case 'fixed-days':
    case 'days-per-cm':
      return String(rule.days);
    case 'multiple-of-activation':
      return String(rule.ratioHundredths / 100);
    case 'imaging-decides':
      return '';
  }
}

const hours = (minutes: Minutes) => String(Math.round((minutes / 60) * 100) / 100);
const minuteText = (minute: Minutes | undefined) => (minute === undefined ? '' : formatMinute(minute));

/** Hundredths as they are typed: thirds as fractions, so that three of them are a whole one again. */
function amountText(centi: Centi | undefined): string {
  if (centi === undefined) return '';
  const thirds: Record<number, string> = { 33: '1/3', 67: '2/3' };
  const text = thirds[Math.abs(centi)] ?? String(Math.abs(centi) / 100);
  return centi < 0 ? `-${text}` : text;
}

/** What the form holds before anybody types, control by control: for what is laid out from it before the browser can. */
export function draftEntries({
  kind,
  drafted,
  times,
  devices,
  values,
}: ProtocolDraft): readonly (readonly [string, string])[] {
  return [
    ['kind', kind],
    ['drafted', drafted === null ? '' : String(drafted)],
    ...Object.entries(values),
    ...times.map((time, row): [string, string] => [`time.${row + 1}`, time]),
    ...devices.flatMap(({ id, amounts, target }): [string, string][] => [
      ['deviceId', id],
      [`target.${id}`, target],
      ...amounts.map((amount, row): [string, string] => [`amount.${id}.${row + 1}`, amount]),
    ]),
  ];
}

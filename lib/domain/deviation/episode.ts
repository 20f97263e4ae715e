import { startOfDay } from '#lib/domain/case-day.ts';
import type { OpenComplicationEvidence } from '#lib/domain/deviation/rules/open-complication.ts';
import type { WarningSignEvidence } from '#lib/domain/deviation/rules/warning-sign.ts';
import type { FlagDecision } from '#lib/domain/facts.ts';
import { buildCourse } from '#lib/domain/timeline/build-course.ts';
import type { Course } from '#lib/domain/timeline/course.ts';
import type { SlotEntry } from '#lib/domain/timeline/slot-entry.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { SlotRef } from './flag.ts';
import { RULES, type RuleFinding } from './registry.ts';

/**
 * Rules that find one unbroken stretch up to now: a late report or a correction can move where it begins, and it is
 * the same episode all the same. The others find single events, each at its own slot, or a state without a beginning.
 */
const STRETCHES: ReadonlySet<RuleFinding['evidence']['rule']> = new Set([
  'missed-slots',
  'silence',
  'behind-plan',
  'ahead-of-plan',
  'could-not-engage',
  'stiffness',
  'sudden-ease',
  'stop-rule-reached',
  'asymmetry',
  'warning-sign',
  'contact-overdue',
  'removal-unbooked',
  'removal-overdue',
]);

/** Of these, what is a state of the course: it is measured anew each time, and is no worse than when it was decided on. */
const STATES: ReadonlySet<RuleFinding['evidence']['rule']> = new Set([
  'silence',
  'behind-plan',
  'ahead-of-plan',
  'asymmetry',
  'contact-overdue',
  'removal-unbooked',
  'removal-overdue',
]);

/** What nobody knows until it is told: that the slot is over says nothing of it. */
const TOLD: ReadonlySet<RuleFinding['evidence']['rule']> = new Set([
  'could-not-engage',
  'stiffness',
  'sudden-ease',
]);

/** An episode: its key, and what was decided about it, in the order in which it was decided. */
export type Episode = { key: string; decisions: readonly FlagDecision[] };

/**
 * The episode that a finding belongs to. A decision is about it if it names its key, or if it names the same rule
 * and device and either was made when the stretch that stands now, by what is known now, had begun, or was about a
 * stretch that began within it: a slot that was still open when a later one was reported can move the beginning back.
 * A late report can move it on past the decision: then the decision is about it if it is a state that stood all the
 * same, by what was known, until the present beginning came. Where events are counted, those that are left came after
 * the decision: nobody has looked at them. The episode keeps the key under which it was first decided on.
 */
export function episodeOf(course: Course, finding: RuleFinding): Episode {
  const { base, key } = keyParts(finding);
  const beganAt = beganFrom(course, finding);
  const isOfStretch = ({ flagKey, recordedAt }: FlagDecision) =>
    beganAt !== null &&
    flagKey.startsWith(base) &&
    (beganAt <= recordedAt || isFrom(finding.onset, flagKey.slice(base.length)));
  const matches = (decision: FlagDecision) => decision.flagKey === key || isOfStretch(decision);
  const { decisions } = course.facts;
  const isLeft = (decision: FlagDecision) => decision.flagKey.startsWith(base) && !matches(decision);
  const canStandOn = beganAt !== null && STATES.has(finding.evidence.rule);
  const before = canStandOn && decisions.some(isLeft) ? decisionsBefore(course, base, beganAt) : [];
  const all = [...new Set([...decisions.filter(matches), ...before])].sort(inOrder);
  return { key: all[0]?.flagKey ?? key, decisions: all };
}

/** What was decided about the flag that stood, by what was known then, when a stretch was about to begin. */
function decisionsBefore({ facts }: Course, base: string, beganAt: Instant): readonly FlagDecision[] {
  const course = buildCourse(facts, beganAt - 1);
  const stood = RULES.flatMap((rule) => rule(course)).find((finding) => keyParts(finding).base === base);
  return stood ? episodeOf(course, stood).decisions : [];
}

/** From when somebody could have seen the stretch of a finding, by what is known now; null: it is no stretch. */
function beganFrom(course: Course, { evidence, onset, deviceId }: RuleFinding): Instant | null {
  if (onset === null || !STRETCHES.has(evidence.rule)) return null;
  if (evidence.rule === 'warning-sign') return signToldFrom(course, evidence);
  return knownFrom(course, onset, { deviceId, from: TOLD.has(evidence.rule) ? toldFrom : dueFrom });
}

/** When a sign was written down: a contact can be, long after it. */
function signToldFrom({ facts }: Course, { sign, firstAt, from }: WarningSignEvidence): Instant {
  if (from === 'report') return firstAt;
  const telling = facts.contacts.filter(({ at, signs }) => at === firstAt && signs.includes(sign));
  return telling.reduce((first, { recordedAt }) => Math.min(first, recordedAt), Number.POSITIVE_INFINITY);
}

/**
 * Rule, what it is about, and device: with these every key of the rule about the same begins. The key adds the slot in
 * which it began, where it began in one.
 */
function keyParts({ evidence, deviceId, onset }: RuleFinding): { base: string; key: string } {
  if (evidence.rule === 'open-complication') {
    const key = complicationKey(evidence);
    return { base: key, key };
  }
  if (evidence.rule === 'under-recall') {
    const key = [evidence.rule, evidence.recallId, deviceId ?? ''].join('|');
    return { base: key, key };
  }
  if (evidence.rule === 'co-signature') {
    const key = [evidence.rule, evidence.version, evidence.standing].join('|');
    return { base: key, key };
  }
  const since = onset === null ? '' : `${onset.day}#${onset.slot}`;
  const base = `${[evidence.rule, kindOf(evidence), deviceId ?? ''].join('|')}|`;
  if (evidence.rule !== 'warning-sign') return { base, key: `${base}${since}` };
  // Two on one day are two: the key names the instant as well.
  return { base: `${evidence.rule}|${evidence.sign}:`, key: `${base}${since}` };
}

/** Whether a slot as a key names it is not before another. */
function isFrom(onset: SlotRef | null, named: string): boolean {
  const [day, slot] = named.split('#').map(Number);
  if (onset === null || day === undefined || slot === undefined) return false;
  return day > onset.day || (day === onset.day && slot >= onset.slot);
}

/** What tells apart the findings of one rule about one device that begin with the same slot, or with none. */
function kindOf(evidence: RuleFinding['evidence']): string {
  switch (evidence.rule) {
    case 'not-assessable':
      return `${evidence.about}:${evidence.reason}`;
    case 'measured-against-reported':
      return evidence.kind;
    case 'warning-sign':
      return `${evidence.sign}:${evidence.firstAt}`;
    case 'family-not-told':
      return `v${evidence.version}`;
    case 'untrained-turner':
      return evidence.name.slice(0, 60);
    default:
      return '';
  }
}

/** The complication itself, whatever is corrected of it; graded worse than ever before, it is open again. */
function complicationKey({ rule, complicationId, clavienDindo, severity }: OpenComplicationEvidence): string {
  return [rule, complicationId, clavienDindo ?? '', severity ?? ''].join('|');
}

/** From when somebody could have seen that the slot belongs to the stretch. */
function knownFrom(
  { facts, devices }: Course,
  { day, slot }: SlotRef,
  { deviceId, from }: { deviceId: string | null; from: (entry: SlotEntry) => Instant },
): Instant {
  let known = Number.POSITIVE_INFINITY;
  for (const { device, entries } of devices) {
    if (deviceId !== null && device.id !== deviceId) continue;
    for (const entry of entries) {
      if (entry.day === day && entry.slot === slot) known = Math.min(known, from(entry));
    }
  }
  return Number.isFinite(known) ? known : startOfDay(facts.zone, day);
}

/** Its grace was over, or it was reported. */
function dueFrom({ graceEndsAt, reports }: SlotEntry): Instant {
  return reports.reduce((at, { recordedAt }) => Math.min(at, recordedAt), graceEndsAt);
}

/** All that is reported of it was. */
function toldFrom({ reports }: SlotEntry): Instant {
  return reports.reduce((at, { recordedAt }) => Math.max(at, recordedAt), Number.NEGATIVE_INFINITY);
}

function inOrder(a: FlagDecision, b: FlagDecision): number {
  return a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1);
}

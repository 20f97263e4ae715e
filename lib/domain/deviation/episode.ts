import { startOfDay } from '#lib/domain/case-day.ts';
import type { OpenComplicationEvidence } from '#lib/domain/deviation/rules/open-complication.ts';
import type { FlagDecision } from '#lib/domain/facts.ts';
import { buildCourse } from '#lib/domain/timeline/build-course.ts';
import type { Course } from '#lib/domain/timeline/course.ts';
import type { SlotEntry } from '#lib/domain/timeline/slot-entry.ts';
import type { Instant } from '#lib/domain/units.ts';
import { nameOfSlot, type SlotRef } from './flag.ts';
import { RULES, type RuleFinding } from './registry.ts';

/**
 * Rules that find one unbroken stretch up to now: a late report or a correction can move where it begins, and it is
 * the same episode all the same. The others find single things, or a state without a beginning.
 */
const STRETCHES: ReadonlySet<RuleFinding['evidence']['rule']> = new Set([
  'missed-slots',
  'silence',
  'behind-plan',
  'ahead-of-plan',
  'stop-rule-reached',
  'asymmetry',
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

/**
 * An episode: its key, what was decided about it, in the order in which it was decided, and whether a decision was made
 * by somebody who could see all that is counted now.
 */
export type Episode = {
  key: string;
  decisions: readonly FlagDecision[];
  sawAll: (decision: FlagDecision) => boolean;
};

/** The episode that a finding belongs to. It keeps the key under which it was first decided on. */
export function episodeOf(course: Course, finding: RuleFinding): Episode {
  const { key } = keyParts(finding);
  const { counted } = finding;
  const decisions = counted
    ? course.facts.decisions.filter((decision) => sawOf(course, finding, decision, counted).length > 0)
    : decisionsOfStretch(course, finding);
  const inOrder = [...decisions].sort((a, b) => a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1));
  return {
    key: inOrder[0]?.flagKey ?? key,
    decisions: inOrder,
    sawAll: (decision) => !counted || sawOf(course, finding, decision, counted).length === counted.length,
  };
}

/**
 * Which of the things that are counted now a decision was about: those that the flag that stood then, by what was known
 * then, counted too.
 */
function sawOf(
  { facts }: Course,
  finding: RuleFinding,
  { flagKey, recordedAt }: FlagDecision,
  counted: readonly string[],
): readonly string[] {
  const { base } = keyParts(finding);
  if (!flagKey.startsWith(base)) return [];
  const then = standing(buildCourse(facts, recordedAt), base)?.counted ?? [];
  return counted.filter((name) => then.includes(name));
}

/**
 * What was decided about a stretch. A decision is about it if it names its key, or if it names the same rule
 * and device and either was made when the stretch that stands now, by what is known now, had begun, or was about a
 * stretch that began within it: a slot that was still open when a later one was reported can move the beginning back.
 * A late report can move it on past the decision: then the decision is about it if it is a state that stood all the
 * same, by what was known, until the present beginning came.
 */
function decisionsOfStretch(course: Course, finding: RuleFinding): readonly FlagDecision[] {
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
  return [...new Set([...decisions.filter(matches), ...before])];
}

/** What was decided about the flag that stood, by what was known then, when a stretch was about to begin. */
function decisionsBefore({ facts }: Course, base: string, beganAt: Instant): readonly FlagDecision[] {
  const course = buildCourse(facts, beganAt - 1);
  const stood = standing(course, base);
  return stood ? episodeOf(course, stood).decisions : [];
}

/** What a rule finds in a course about one thing. */
function standing(course: Course, base: string): RuleFinding | undefined {
  return RULES.flatMap((rule) => rule(course)).find((finding) => keyParts(finding).base === base);
}

/** From when somebody could have seen the stretch of a finding, by what is known now; null: it is no stretch. */
function beganFrom({ facts, devices }: Course, { evidence, onset, deviceId }: RuleFinding): Instant | null {
  if (onset === null || !STRETCHES.has(evidence.rule)) return null;
  let known = Number.POSITIVE_INFINITY;
  for (const { device, entries } of devices) {
    if (deviceId !== null && device.id !== deviceId) continue;
    for (const entry of entries) {
      if (entry.day === onset.day && entry.slot === onset.slot) known = Math.min(known, dueFrom(entry));
    }
  }
  return Number.isFinite(known) ? known : startOfDay(facts.zone, onset.day);
}

/** From when a slot could be seen to belong to a stretch: its grace was over, or it was reported. */
function dueFrom({ graceEndsAt, reports }: SlotEntry): Instant {
  return reports.reduce((at, { recordedAt }) => Math.min(at, recordedAt), graceEndsAt);
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
  const since = onset === null ? '' : nameOfSlot(onset);
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

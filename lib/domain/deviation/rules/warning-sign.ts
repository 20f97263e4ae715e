import { dayOf } from '#lib/domain/case-day.ts';
import { SIGNS, type Sign } from '#lib/domain/complication/complication.ts';
import { isReached } from '#lib/domain/contact/contact.ts';
import type { Rule } from '#lib/domain/deviation/rule.ts';
import type { Course } from '#lib/domain/timeline/course.ts';
import { originOf } from '#lib/domain/timeline/reports-by-slot.ts';
import type { Instant } from '#lib/domain/units.ts';

export type WarningSignEvidence = {
  rule: 'warning-sign';
  sign: Sign;
  /** When the clinic was first told of it, and how often since. */
  firstAt: Instant;
  times: number;
  from: 'report' | 'contact';
};

type Mention = { at: Instant; from: WarningSignEvidence['from'] };

/**
 * A warning sign that the family told of with a turn, or that came up in a contact (check list of clinical.md §4).
 * Fires at the first mention. It is settled by a later contact that reached the family and found it no more, or by a
 * complication that names it: from then on the complication is what is followed. Time alone settles nothing.
 */
export const warningSign: Rule<WarningSignEvidence> = (course) => {
  if (!isTold(course)) return [];
  const mentions = mentionsOf(course);
  return SIGNS.flatMap((sign) => {
    const settledAt = settledFrom(course, sign);
    const open = (mentions.get(sign) ?? []).filter(({ at }) => at > settledAt).sort((a, b) => a.at - b.at);
    const first = open[0];
    if (!first) return [];
    return {
      level: 'act-now' as const,
      extent: open.length,
      counted: open.map(({ at }) => String(at)),
      deviceId: null,
      onset: { day: dayOf(course.facts.zone, first.at), slot: 0 },
      evidence: {
        rule: 'warning-sign' as const,
        sign,
        firstAt: first.at,
        times: open.length,
        from: first.from,
      },
    };
  });
};

/** Most cases have no sign at all. */
function isTold({ facts }: Course): boolean {
  return (
    facts.reports.some(({ signs }) => signs.length > 0) ||
    facts.contacts.some(({ signs }) => signs.length > 0)
  );
}

function mentionsOf({ facts, devices }: Course): ReadonlyMap<Sign, Mention[]> {
  const mentions = new Map<Sign, Mention[]>();
  const add = (signs: readonly Sign[], mention: Mention) => {
    for (const sign of signs) {
      const known = mentions.get(sign) ?? [];
      // One call writes it down for each device of the slot.
      if (known.every(({ at }) => at !== mention.at)) mentions.set(sign, [...known, mention]);
    }
  };
  const byId = new Map(facts.reports.map((report) => [report.id, report]));
  for (const { entries } of devices)
    for (const { reports } of entries)
      for (const report of reports)
        add(report.signs, { at: originOf(report, byId).recordedAt, from: 'report' });
  for (const { signs, at } of facts.contacts) add(signs, { at, from: 'contact' });
  return mentions;
}

function settledFrom({ facts }: Course, sign: Sign): Instant {
  let at = Number.NEGATIVE_INFINITY;
  for (const contact of facts.contacts)
    if (isReached(contact) && !contact.signs.includes(sign)) at = Math.max(at, contact.at);
  for (const complication of facts.complications)
    if (complication.signs.includes(sign)) at = Math.max(at, complication.recordedAt);
  return at;
}

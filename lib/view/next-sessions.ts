import { dayOf } from '#lib/domain/case-day.ts';
import type { Device } from '#lib/domain/device/device.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { inactiveSpans } from '#lib/domain/phase/inactive-spans.ts';
import { type PlannedAmount, plannedSlots } from '#lib/domain/plan/planned-slots.ts';
import type { Instant } from '#lib/domain/units.ts';
import { formatActuationCount } from './format-amount.ts';
import { formatInstant, formatWeekday } from './format-date.ts';

/** How far ahead sessions are looked for: a protocol may begin in some weeks. */
const LOOK_AHEAD_DAYS = 60;

/** A session as the family is told it: when, and what each device does which way. */
export type ToldSession = { when: string; amounts: readonly string[] };

/** The next sessions of the plan after an instant, those in which everything is held included. */
export function nextSessions(facts: CaseFacts, now: Instant, count: number): readonly ToldSession[] {
  const inactive = inactiveSpans(facts, (at) => at <= now);
  const sessions: ToldSession[] = [];
  for (const slot of plannedSlots({ ...facts, inactive }, dayOf(facts.zone, now) + LOOK_AHEAD_DAYS)) {
    if (slot.at <= now || slot.amounts.every(({ kind }) => kind === 'none')) continue;
    const amounts = facts.devices.flatMap((device, index) => toldAmount(device, slot.amounts[index]));
    sessions.push({ when: `${formatWeekday(slot.day)} ${formatInstant(slot.at, facts.zone)}`, amounts });
    if (sessions.length === count) break;
  }
  return sessions;
}

function toldAmount(device: Device, amount: PlannedAmount | undefined): string[] {
  if (!amount || amount.kind === 'none') return [];
  if (amount.kind === 'hold') return [`${device.label}: do not turn`];
  if (amount.kind === 'complete') return [`${device.label}: nothing more, the amount is reached`];
  const isWithArrow = (device.turnDirection === 'with-arrow') === amount.centi > 0;
  const back = amount.centi < 0 ? ', back' : '';
  return [
    `${device.label}: ${formatActuationCount(Math.abs(amount.centi))} ${isWithArrow ? 'with' : 'against'} the arrow${back}`,
  ];
}

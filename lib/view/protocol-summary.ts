import { byPlacement } from '#lib/domain/device/by-placement.ts';
import type { Device } from '#lib/domain/device/device.ts';
import type { ProtocolVersion } from '#lib/domain/protocol/version.ts';
import { expansionUm } from '#lib/domain/units.ts';
import { consolidationRuleWords } from './forecast-lines.ts';
import { formatActuations, formatMm } from './format-amount.ts';
import { formatDay, formatInstant, formatMinute } from './format-date.ts';

/** The version in force in words. */
export type ProtocolSummary = {
  version: number;
  since: string;
  sessions: string;
  /** Per device: `1, 1 actuations = 1.0 mm a day, to 20.0 mm`. */
  plans: readonly { label: string; words: string }[];
  consolidation: string;
  /** `20.0 mm, 12-Mar-2026 or the visit on 14-Mar-2026, whichever comes first`. */
  stops: string;
  reason: string;
  author: string;
  cosigner: string | null;
  /** When the family was told; null: not yet. */
  told: string | null;
  toldBy: string | null;
  missedTurnRule: string;
};

export function protocolSummary(
  version: ProtocolVersion,
  devices: readonly Device[],
  people: Readonly<Record<string, string>>,
  zone: string,
): ProtocolSummary {
  const nameOf = (id: string) => people[id] ?? 'name not known';
  return {
    version: version.version,
    since: `${formatDay(version.fromDay)}, slot ${version.fromSlot}`,
    sessions: version.sessions.map(formatMinute).join(', '),
    plans: [...devices].sort(byPlacement).flatMap((device) => {
      const plan = version.devices.find(({ deviceId }) => deviceId === device.id);
      return plan ? { label: device.label, words: planWords(plan, device) } : [];
    }),
    consolidation: consolidationRuleWords(version.consolidation),
    stops: stopWords(version),
    reason: version.reason,
    author: nameOf(version.authorId),
    cosigner: version.cosignerId === null ? null : nameOf(version.cosignerId),
    told: version.toldAt === null ? null : formatInstant(version.toldAt, zone),
    toldBy: version.toldById === null ? null : nameOf(version.toldById),
    missedTurnRule: version.missedTurnRule.en,
  };
}

function planWords({ perSession, targetUm }: ProtocolVersion['devices'][number], device: Device): string {
  const target = targetUm === null ? 'no target set' : `to ${formatMm(targetUm)}`;
  const centi = perSession.reduce((sum, one) => sum + one, 0);
  if (perSession.every((one) => one === 0)) return `hold, ${target}`;
  const amounts = new Set(perSession);
  const each =
    amounts.size === 1
      ? `${perSession.length} \u00d7 ${formatActuations(perSession[0] ?? 0)}`
      : perSession.map(formatActuations).join(' + ');
  return `${each} actuations a day = ${formatMm(expansionUm(centi, device))}, ${target}`;
}

function stopWords({ devices, lastDay, stopVisitDay }: ProtocolVersion): string {
  const amounts = devices.some(({ targetUm }) => targetUm !== null) ? ['at the amount of each device'] : [];
  const day = lastDay === null ? [] : [`after ${formatDay(lastDay)}`];
  const visit = stopVisitDay === null ? [] : [`with the visit on ${formatDay(stopVisitDay)}`];
  const rules = [...amounts, ...day, ...visit];
  if (rules.length === 0) return 'not set';
  return rules.length === 1 ? (rules[0] ?? '') : `${rules.join(' or ')}, whichever comes first`;
}

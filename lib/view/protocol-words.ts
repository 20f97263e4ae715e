import type { Prescribed } from '#lib/domain/protocol/version.ts';
import { AMENDMENT_WORDS, REASON_WORDS } from './amendment-words.ts';
import { consolidationRuleWords } from './forecast-lines.ts';
import { formatActuations, formatMm } from './format-amount.ts';
import { formatDay, formatDuration, formatMinute } from './format-date.ts';

/** A version field by field in words, to compare two of them. Keys of devices: `amount.ID` and `target.ID`. */
export function protocolWords(version: Prescribed): Record<string, string> {
  const { tolerances } = version;
  return {
    fromDay: `${formatDay(version.fromDay)}, slot ${version.fromSlot}`,
    sessions: version.sessions.map(formatMinute).join(', '),
    ...Object.fromEntries(
      version.devices.flatMap(({ deviceId, perSession, targetUm }) => [
        [`amount.${deviceId}`, perSession.map(formatActuations).join(' + ')],
        [`target.${deviceId}`, targetUm === null ? 'no target' : formatMm(targetUm)],
      ]),
    ),
    lastDay: version.lastDay === null ? '' : formatDay(version.lastDay),
    stopVisitDay: version.stopVisitDay === null ? '' : formatDay(version.stopVisitDay),
    latencyDays: version.latencyDays === null ? '' : `${version.latencyDays} days`,
    consolidation: consolidationRuleWords(version.consolidation),
    missedTurnEn: version.missedTurnRule.en,
    missedTurnEs: version.missedTurnRule.es,
    contactDays: `${version.contactDays} days`,
    minIntervalMin: formatDuration(version.minIntervalMin),
    graceMin: formatDuration(tolerances.graceMin),
    missedSlots: String(tolerances.missedSlots),
    silenceMin: formatDuration(tolerances.silenceMin),
    behindUm: formatMm(tolerances.behindUm),
    aheadUm: formatMm(tolerances.aheadUm),
    asymmetryUm: formatMm(tolerances.asymmetryUm),
    measuredUm: formatMm(tolerances.measuredUm),
    measuredPermille: `${tolerances.measuredPermille / 10} %`,
    travelNoticeDays: `${tolerances.travelNoticeDays} days`,
    eventDays: `${tolerances.eventDays} days`,
    kind: AMENDMENT_WORDS[version.kind],
    reasonCode: REASON_WORDS[version.reasonCode],
    reason: version.reason,
  };
}

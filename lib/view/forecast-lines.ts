import type { Assessment } from '#lib/domain/assessment.ts';
import type { ConsolidationRule } from '#lib/domain/protocol/version.ts';
import type { Um } from '#lib/domain/units.ts';
import { windowDays } from './criterion-words.ts';
import { formatMm } from './format-amount.ts';
import { type TheatreClock, theatreTime } from './next-date.ts';
import { projectionWords } from './projection-words.ts';

/** Where the course leads, in words: one line a device, then the case. */
export type ForecastLine = { what: string; words: string };

/** `56 days`, `1.5 × activation`, `20 days per cm`, `imaging decides`. */
export function consolidationRuleWords(rule: ConsolidationRule): string {
  switch (rule.kind) {
    case 'fixed-days':
      return `${rule.days} days`;
    case 'multiple-of-activation':
      return `${rule.ratioHundredths / 100} \u00d7 the days of activation`;
    case 'days-per-cm':
      return `${rule.days} days per cm`;
    case 'imaging-decides':
      return 'imaging decides';
  }
}

/** Silence postpones nothing (decision 011), and the reader is told that it is so. */
function assumed(unknownUm: Um): string {
  return unknownUm === 0
    ? ''
    : `, if the ${formatMm(Math.abs(unknownUm))} of which nothing sure is known were turned`;
}

/** What is forecast while turning goes on, the end of consolidation by the rule of the protocol, and the theatre that is booked. */
export function forecastLines(
  assessment: Assessment,
  rule: ConsolidationRule | null,
  clock: TheatreClock,
): readonly ForecastLine[] {
  const { forecast, devices, phase, removal } = assessment;
  const lines: ForecastLine[] = [];
  for (const { deviceId, targetUm, assumedUm, targetAtPlan, targetAtPace, travelEnds } of forecast.devices) {
    const device = devices.find((one) => one.deviceId === deviceId);
    if (!device) continue;
    const target = targetUm === null ? 'target' : formatMm(targetUm);
    const when =
      targetAtPlan.kind === 'reached'
        ? `${target} reached`
        : `${target}: at plan ${projectionWords(targetAtPlan)}; at pace ${projectionWords(targetAtPace)}`;
    const words = `${when}${assumed(assumedUm - device.reportedUm)}`;
    const isShort =
      travelEnds.kind === 'day' && targetAtPlan.kind === 'day' && travelEnds.day < targetAtPlan.day;
    lines.push({
      what: device.label,
      words: isShort ? `${words}. Travel ends first, ${projectionWords(travelEnds)}` : words,
    });
  }
  if (phase.kind === 'consolidation' || phase.kind === 'activation' || phase.kind === 'latency') {
    const by = rule === null ? '' : ` (${consolidationRuleWords(rule)})`;
    lines.push({ what: 'Consolidation ends', words: `${projectionWords(forecast.consolidationEnds)}${by}` });
  }
  if (removal?.window.early) {
    const days = windowDays(removal.window) ?? projectionWords(removal.window.earliest);
    lines.push({ what: 'Removal', words: `${days}: early removal is decided` });
  }
  const theatre = theatreTime(removal?.booking ?? null, clock);
  if (theatre) lines.push({ what: theatre.what, words: theatre.when });
  return lines;
}

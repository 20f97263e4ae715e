import type { Device } from '#lib/domain/device/device.ts';
import { isHeld } from '#lib/domain/protocol/amendment-problems.ts';
import type { DevicePlan, Prescribed } from '#lib/domain/protocol/version.ts';
import { expansionUm } from '#lib/domain/units.ts';
import { deviceName } from './device-name.ts';
import { consolidationRuleWords } from './forecast-lines.ts';
import { formatActuations, formatMm } from './format-amount.ts';
import { counted, formatDay, formatDuration, formatMinute } from './format-date.ts';

const ARROW = ' \u2192 ';

/**
 * What the later of two versions changes, in sentences: sessions, then each device, the stop rule and the rest. Empty
 * where they prescribe the same. The one place that says it, for the screen, on paper and in the trail.
 */
export function versionDifference(
  before: Prescribed,
  after: Prescribed,
  devices: readonly Pick<Device, 'id' | 'label' | 'removedAt' | 'umPerTurn' | 'actuationsPerTurn'>[],
): readonly string[] {
  return [
    ...sessionChange(before, after),
    ...devices.flatMap((device) => {
      const plan = (version: Prescribed) => version.devices.find(({ deviceId }) => deviceId === device.id);
      return deviceChange(plan(before), plan(after), device).map(
        (words) => `${deviceName(device, devices)}: ${words}`,
      );
    }),
    ...settingChanges(before, after),
  ];
}

function sessionChange({ sessions: before }: Prescribed, { sessions: after }: Prescribed): string[] {
  const times = (sessions: readonly number[]) => sessions.map(formatMinute).join(', ');
  if (times(before) === times(after)) return [];
  const count =
    before.length === after.length
      ? ''
      : `${before.length}${ARROW}${counted(after.length, 'session')} a day: `;
  return [`${count}${times(before)}${ARROW}${times(after)}`];
}

type Thread = Pick<Device, 'umPerTurn' | 'actuationsPerTurn'>;

function deviceChange(
  before: DevicePlan | undefined,
  after: DevicePlan | undefined,
  device: Thread,
): string[] {
  if (!before && !after) return [];
  if (!after) return ['no longer planned'];
  if (!before) return [`newly planned, ${rateWords(after, device)}, ${targetWords(after)}`];
  const changes: string[] = [];
  if (amounts(before) !== amounts(after)) changes.push(amountChange(before, after, device));
  if (before.targetUm !== after.targetUm) {
    changes.push(`stops at ${targetWords(before)}${ARROW}${targetWords(after)}`);
  }
  return changes;
}

function amountChange(before: DevicePlan, after: DevicePlan, device: Thread): string {
  if (isHeld(after)) return `held; was ${rateWords(before, device)}`;
  if (isHeld(before)) return `turned again, ${rateWords(after, device)}`;
  return `${rateWords(before, device)}${ARROW}${rateWords(after, device)}`;
}

const amounts = ({ perSession }: DevicePlan) => perSession.map(formatActuations).join(' + ');

function rateWords(plan: DevicePlan, device: Thread): string {
  if (isHeld(plan)) return 'hold';
  const centi = plan.perSession.reduce((sum, one) => sum + one, 0);
  return `${formatMm(expansionUm(centi, device))} a day (${amounts(plan)})`;
}

const targetWords = ({ targetUm }: DevicePlan) => (targetUm === null ? 'no amount' : formatMm(targetUm));

/** The remaining fields, each with its name and its value in words. */
const SETTINGS: readonly { name: string; words: (version: Prescribed) => string }[] = [
  { name: 'Last day', words: ({ lastDay }) => dayWords(lastDay) },
  { name: 'Until the visit on', words: ({ stopVisitDay }) => dayWords(stopVisitDay) },
  {
    name: 'Latency',
    words: ({ latencyDays }) => (latencyDays === null ? 'not said' : counted(latencyDays, 'day')),
  },
  { name: 'Consolidation', words: ({ consolidation }) => consolidationRuleWords(consolidation) },
  { name: 'After a missed turn', words: ({ missedTurnRule }) => `\u201c${missedTurnRule.en}\u201d` },
  {
    name: 'After a missed turn, in Spanish',
    words: ({ missedTurnRule }) => `\u201c${missedTurnRule.es}\u201d`,
  },
  { name: 'Shortest time between two turns', words: ({ minIntervalMin }) => formatDuration(minIntervalMin) },
  { name: 'Longest time without contact', words: ({ contactDays }) => counted(contactDays, 'day') },
  { name: 'Grace', words: ({ tolerances }) => formatDuration(tolerances.graceMin) },
  { name: 'Missed sessions in a row', words: ({ tolerances }) => String(tolerances.missedSlots) },
  { name: 'Silence', words: ({ tolerances }) => formatDuration(tolerances.silenceMin) },
  { name: 'Behind', words: ({ tolerances }) => formatMm(tolerances.behindUm) },
  { name: 'Ahead', words: ({ tolerances }) => formatMm(tolerances.aheadUm) },
  { name: 'Asymmetry', words: ({ tolerances }) => formatMm(tolerances.asymmetryUm) },
  { name: 'Measured against reported', words: ({ tolerances }) => formatMm(tolerances.measuredUm) },
  { name: 'Measured, as a share', words: ({ tolerances }) => `${tolerances.measuredPermille / 10} %` },
  { name: 'End of travel announced', words: ({ tolerances }) => counted(tolerances.travelNoticeDays, 'day') },
  { name: 'Single events stay', words: ({ tolerances }) => counted(tolerances.eventDays, 'day') },
];

const dayWords = (day: number | null) => (day === null ? 'none' : formatDay(day));

function settingChanges(before: Prescribed, after: Prescribed): string[] {
  return SETTINGS.flatMap(({ name, words }) => {
    const [was, is] = [words(before), words(after)];
    return was === is ? [] : `${name}: ${was}${ARROW}${is}`;
  });
}

import { localTime } from '#lib/domain/case-day.ts';
import { promptsOf } from '#lib/domain/complication/prompts.ts';
import type { Evidence, Flag } from '#lib/domain/deviation/flag.ts';
import type { Tolerances } from '#lib/domain/protocol/version.ts';
import { AMENDMENT_WORDS, UNUSUAL_WORDS } from './amendment-words.ts';
import { MEASUREMENT_WORDS } from './case-words.ts';
import { complicationWords, DETECTED_WORDS, gradeWords, promptWords } from './complication-words.ts';
import { causeWords } from './deviation-words.ts';
import { familySentence } from './family-flag-sentence.ts';
import { formatActuationCount, formatActuations, formatMm, formatSignedMm } from './format-amount.ts';
import { counted, formatDay, formatDuration, formatInstant, formatMinute } from './format-date.ts';
import { notAssessableSentence } from './not-assessable-sentence.ts';
import { removalSentence } from './removal-sentence.ts';
import { slotWords } from './slot-words.ts';

/** What the sentences need to know of the case. `defaults`: those of the clinic, to say where a tolerance comes from. */
export type FlagContext = {
  devices: readonly { deviceId: string; label: string }[];
  zone: string;
  defaults?: Tolerances | undefined;
};

/**
 * A flag in words. `headline` stands alone in a list; `figures` holds what it was judged on, with the threshold;
 * `since` is the slot or day in which it began, null where it has no beginning.
 */
export type FlagSentence = { headline: string; figures: string; since: string | null };

export function flagSentence(flag: Flag, context: FlagContext): FlagSentence {
  const { headline, figures } = sentenceOf(flag.evidence, context);
  const label = labelOf(flag.deviceId, context);
  return {
    headline: label === null ? headline : `${label}: ${headline.charAt(0).toLowerCase()}${headline.slice(1)}`,
    figures,
    since: flag.onset === null ? null : slotWords(flag.onset),
  };
}

function sentenceOf(evidence: Evidence, context: FlagContext): { headline: string; figures: string } {
  const { zone } = context;
  const tolerance = (words: string, key: keyof Tolerances, value: number) =>
    `tolerance ${words} (${originOf(context, key, value)})`;
  switch (evidence.rule) {
    case 'missed-slots': {
      const { slots, skipped, unreported } = evidence;
      return {
        headline: `${counted(slots, 'planned slot')} in a row without the turn`,
        figures: `${unreported} not reported, ${skipped} reported as not turned; ${tolerance(`fewer than ${evidence.tolerance}`, 'missedSlots', evidence.tolerance)}`,
      };
    }
    case 'silence': {
      const { lastReportAt, sinceAt, toleranceMin } = evidence;
      const last =
        lastReportAt === null ? 'No report is on record' : `Last report ${formatInstant(lastReportAt, zone)}`;
      return {
        headline: lastReportAt === null ? 'No report yet' : `No report since ${formatInstant(sinceAt, zone)}`,
        figures: `${last}; ${tolerance(formatDuration(toleranceMin), 'silenceMin', toleranceMin)}`,
      };
    }
    case 'behind-plan': {
      const { behindUm, reportedUm, plannedUm, toleranceUm, notTurnedUm, notReportedUm } = evidence;
      const causes = causeWords({ notTurnedUm, notReportedUm, lateSlots: 0 });
      return {
        headline: `${formatMm(behindUm)} behind plan`,
        figures: `${formatMm(reportedUm)} reported, ${formatMm(plannedUm)} planned${causes === '' ? '' : `: ${causes}`}; ${tolerance(formatMm(toleranceUm), 'behindUm', toleranceUm)}`,
      };
    }
    case 'ahead-of-plan': {
      const { aheadUm, reportedUm, plannedUm, toleranceUm } = evidence;
      return {
        headline: `${formatMm(aheadUm)} ahead of plan`,
        figures: `${formatMm(reportedUm)} reported, ${formatMm(plannedUm)} planned; ${tolerance(formatMm(toleranceUm), 'aheadUm', toleranceUm)}`,
      };
    }
    case 'extra-turn': {
      const { reportedCenti, plannedCenti, reports, slot } = evidence;
      const twice = reports > 1 ? ` from ${reports} reports, which may be the same turn told twice` : '';
      return {
        headline: `Turned more than planned on ${slotWords(slot)}`,
        figures: `${formatActuationCount(reportedCenti)} of ${formatActuations(plannedCenti)} planned${twice}`,
      };
    }
    case 'short-interval': {
      const { earlierAt, laterAt, intervalMin, minIntervalMin } = evidence;
      return {
        headline: `Two turns ${formatDuration(intervalMin)} apart`,
        figures: `${formatInstant(earlierAt, zone)} and ${clock(laterAt, zone)}; the protocol asks for ${formatDuration(minIntervalMin)} or more`,
      };
    }
    case 'wrong-way': {
      const { slot, reportedCenti, plannedCenti } = evidence;
      const amount =
        reportedCenti === null
          ? 'Amount not given'
          : `${formatActuationCount(reportedCenti)} net in the slot`;
      return {
        headline: `Turned the wrong way on ${slotWords(slot)}`,
        figures: `${amount}, ${formatActuations(plannedCenti)} planned; stands until the device is measured or the report corrected`,
      };
    }
    case 'could-not-engage': {
      const { slot, reportedCenti, plannedCenti } = evidence;
      const done = reportedCenti === null ? 'amount not given' : `${formatActuations(reportedCenti)} turned`;
      return {
        headline: `The tool could not engage on ${slotWords(slot)}`,
        figures: `${formatActuationCount(plannedCenti)} planned, ${done}; no full turn has been reported since`,
      };
    }
    case 'asymmetry': {
      const { leastDeviceId, mostDeviceId, leastDeviationUm, mostDeviationUm, beyondPlanUm, toleranceUm } =
        evidence;
      const side = (id: string, um: number) =>
        `${labelOf(id, context) ?? 'a device'} ${formatSignedMm(um)} from its plan`;
      return {
        headline: `Devices ${formatMm(beyondPlanUm)} further apart than planned`,
        figures: `${side(mostDeviceId, mostDeviationUm)}, ${side(leastDeviceId, leastDeviationUm)}; ${tolerance(formatMm(toleranceUm), 'asymmetryUm', toleranceUm)}`,
      };
    }
    case 'wrong-phase':
      return {
        headline: `Turned ${WRONG_PHASE_WORDS[evidence.during]} on ${slotWords(evidence.slot)}`,
        figures: `${formatActuationCount(evidence.reportedCenti)} reported where none was planned`,
      };
    case 'end-of-travel': {
      const { travelUm, openingUm, remainingUm, stillPlannedUm, noticeDays } = evidence;
      const days = counted(noticeDays, 'day');
      return {
        headline: remainingUm <= 0 ? 'No travel left' : `${formatMm(remainingUm)} of travel left`,
        figures: `Open ${formatMm(openingUm)} of ${formatMm(travelUm)}; ${formatMm(stillPlannedUm)} planned in the next ${days}; announced ${days} ahead (${originOf(context, 'travelNoticeDays', noticeDays)})`,
      };
    }
    case 'measured-against-reported': {
      const { kind, measuredUm, expectedUm, differenceUm, toleranceUm, uncertaintyUm, takenAt } = evidence;
      const bar = uncertaintyUm === null ? 'uncertainty not stated' : `\u00b1${formatMm(uncertaintyUm)}`;
      const than = differenceUm < 0 ? 'less' : 'more';
      return {
        headline: `Measured ${formatMm(Math.abs(differenceUm))} ${than} than reported`,
        figures: `${MEASUREMENT_WORDS[kind]} ${formatMm(measuredUm)} (${bar}) on ${formatInstant(takenAt, zone)}, ${formatMm(expectedUm)} expected from the opening at placement and the turns reported by then; tolerance ${formatMm(toleranceUm)} (protocol)`,
      };
    }
    case 'under-recall': {
      const { lot, serial, reason, reference, issuedDay } = evidence;
      const which = [lot && `lot ${lot}`, serial && `serial ${serial}`].filter(Boolean).join(', ');
      return {
        headline: which === '' ? 'This model is recalled' : `Recalled: ${which}`,
        figures: `${reason}; ${reference}, ${formatDay(issuedDay)}`,
      };
    }
    case 'open-complication': {
      const { kind, failure, onsetDay, detectedBy, clavienDindo, severity } = evidence;
      return {
        headline: complicationWords({ kind, failure }),
        figures: `Since ${formatDay(onsetDay)}, seen by ${DETECTED_WORDS[detectedBy]}; ${gradeWords(clavienDindo, severity)}. ${promptWords(promptsOf({ kind, failure }))}`,
      };
    }
    case 'removal-unbooked':
    case 'removal-overdue':
    case 'booking-drifted':
    case 'booking-passed':
      return removalSentence(evidence, zone);
    case 'co-signature':
      return coSignatureWords(evidence, zone);
    case 'not-assessable':
      return notAssessableSentence(evidence);
    default:
      return familySentence(evidence, zone);
  }
}

function coSignatureWords(
  { version, amendment, standing, unusual, cosignBy }: Extract<Evidence, { rule: 'co-signature' }>,
  zone: string,
): { headline: string; figures: string } {
  const why = `${AMENDMENT_WORDS[amendment]}: ${unusual.map((one) => UNUSUAL_WORDS[one]).join(', ')}`;
  return standing === 'pending'
    ? {
        headline: `v${version} waits for a surgeon\u2019s signature`,
        figures: `${why}; not in force. It expires ${formatInstant(cosignBy, zone)}`,
      }
    : {
        headline: `v${version} expired without a signature`,
        figures: `${why}; it never came into force. It waited until ${formatInstant(cosignBy, zone)}`,
      };
}

const WRONG_PHASE_WORDS = {
  'before-first-slot': 'before the first planned slot',
  hold: 'during a hold',
  consolidation: 'in consolidation',
  'unplanned-slot': 'in a slot that is not planned',
} as const;

/** `clinic default` where the protocol took the clinic's own figure over, else `this protocol`. */
function originOf({ defaults }: FlagContext, key: keyof Tolerances, value: number): string {
  return defaults?.[key] === value ? 'clinic default' : 'this protocol';
}

function labelOf(deviceId: string | null, { devices }: FlagContext): string | null {
  return devices.find((device) => device.deviceId === deviceId)?.label ?? null;
}

function clock(at: number, zone: string): string {
  return formatMinute(localTime(zone, at).minute);
}

import { controlText, momentText } from './form-moment.ts';

const TOLERANCES = [
  'graceMin',
  'missedSlots',
  'silenceMin',
  'behindUm',
  'aheadUm',
  'asymmetryUm',
  'measuredUm',
  'measuredPermille',
  'travelNoticeDays',
  'eventDays',
];
const HOURS = ['graceMin', 'silenceMin', 'minIntervalMin'];

/** What is asked for where a control has a unit of its own. */
export const UNIT_SENTENCES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(HOURS.map((name) => [name, 'Give hours, such as 4 or 1.5.'])),
  measuredPermille: 'Give per cent from 0 to 100, such as 10.',
};
const MOST_ROWS = 24;

/** What the form of a version says, and which control each part of it comes from. */
export type WrittenProtocol = {
  values: unknown;
  /** The numbers of the session rows that are used, from 1. */
  rows: readonly number[];
  controlOf: (path: readonly PropertyKey[]) => string;
  /** Sentences where a control has a unit of its own: hours, per cent. */
  sentences: Readonly<Record<string, string>>;
};

/** Reads the form: session rows whose time and amounts are all empty are not used; hours and per cent become whole numbers. */
export function readProtocolForm(form: FormData): WrittenProtocol {
  const text = (name: string) => controlText(form, name);
  const deviceIds = form.getAll('deviceId').map(String);
  const rows = Array.from({ length: MOST_ROWS }, (_, index) => index + 1).filter(
    (row) => text(`time.${row}`) !== '' || deviceIds.some((id) => text(`amount.${id}.${row}`) !== ''),
  );
  return {
    rows,
    values: {
      id: text('id'),
      seenVersion: text('seenVersion'),
      drafted: text('drafted'),
      kind: text('kind'),
      fromDay: text('fromDay'),
      fromSlot: text('fromSlot'),
      sessions: rows.map((row) => text(`time.${row}`)),
      devices: deviceIds.map((deviceId) => ({
        deviceId,
        perSession: rows.map((row) => text(`amount.${deviceId}.${row}`)),
        targetUm: text(`target.${deviceId}`),
      })),
      latencyDays: text('latencyDays'),
      lastDay: text('lastDay'),
      stopVisitDay: text('stopVisitDay'),
      minIntervalMin: scaled(text('minIntervalMin'), 60),
      tolerances: readTolerances(text),
      missedTurnRule: { en: text('missedTurnEn'), es: text('missedTurnEs') },
      contactDays: text('contactDays'),
      consolidation: readConsolidation(text),
      reasonCode: text('reasonCode'),
      reason: text('reason'),
      toldAt: momentText(form, 'toldAt'),
      toldById: text('toldById'),
    },
    controlOf: (path) => controlOf(path, rows, deviceIds),
    sentences: UNIT_SENTENCES,
  };
}

/** The tolerances as their controls say them, hours and per cent as whole numbers. */
export function readTolerances(text: (name: string) => string): Record<string, string> {
  return Object.fromEntries(
    TOLERANCES.map((name) => {
      if (HOURS.includes(name)) return [name, scaled(text(name), 60)];
      return [name, name === 'measuredPermille' ? scaled(text(name), 10) : text(name)];
    }),
  );
}

/** The rule of consolidation with its value, days or a multiple. */
export function readConsolidation(text: (name: string) => string): Record<string, string> {
  const [kind, value] = [text('consolidationKind'), text('consolidationValue')];
  return kind === 'multiple-of-activation' ? { kind, ratioHundredths: value } : { kind, days: value };
}

/** A decimal as typed, times a factor, as the text of a number; what is no number is left as it is. */
export function scaled(text: string, factor: number): string {
  const value = Number(text.replace(',', '.')) * factor;
  return text !== '' && Number.isFinite(value) ? String(Math.round(value * 1000) / 1000) : text;
}

function controlOf(
  [part, index, field, row]: readonly PropertyKey[],
  rows: readonly number[],
  ids: readonly string[],
): string {
  switch (part) {
    case 'sessions':
      return `time.${rows[Number(index)] ?? 1}`;
    case 'devices': {
      const id = ids[Number(index)];
      if (field === 'targetUm') return `target.${id}`;
      return `amount.${id}.${rows[Number(row)] ?? 1}`;
    }
    case 'tolerances':
      return String(index);
    case 'missedTurnRule':
      return index === 'es' ? 'missedTurnEs' : 'missedTurnEn';
    case 'consolidation':
      return index === 'kind' ? 'consolidationKind' : 'consolidationValue';
    default:
      return String(part);
  }
}

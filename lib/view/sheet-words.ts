import { isoDay } from '#lib/domain/case-day.ts';
import type { HeardStatus } from '#lib/domain/plan/turns-ahead.ts';
import type { Day } from '#lib/domain/units.ts';
import type { SheetLanguage } from './sheet-language.ts';

/** What stands on a turning sheet besides its figures. Warning signs: clinical.md §4. */
export type SheetWords = {
  title: string;
  page: (page: number, of: number) => string;
  born: string;
  version: (version: number, from: string) => string;
  clinicNumber: string;
  noNumber: string;
  printed: (at: string, by: string) => string;
  day: string;
  time: string;
  doneBy: string;
  withArrow: string;
  againstArrow: string;
  back: string;
  hold: string;
  complete: string;
  /** What was reported of a slot that needs no box any more. */
  heard: Readonly<Record<HeardStatus, string>>;
  /** In a slot that has come and of which nothing was reported: it may have been turned. */
  unheard: string;
  'end-of-travel': string;
  /** Said where a device's own amount is one stroke: `One stroke is ¼ turn`. */
  stroke: (part: string) => string;
  tick: string;
  before: string;
  beforeSteps: readonly string[];
  stopAtOnce: string;
  stopRule: string;
  /** `Left: 20.0 mm in all, with the last box of this device (12-Mar-2026).` */
  stopAt: (label: string, mm: string, last: string | null) => string;
  /** `Left: its thread ends with the last box of this device (12-Mar-2026).` */
  travelEnds: (label: string, last: string | null) => string;
  held: (label: string) => string;
  finished: (label: string) => string;
  stopOnDay: (day: string) => string;
  stopAtVisit: (day: string) => string;
  stopWhenTold: string;
  whicheverFirst: string;
  missedTurn: string;
  minInterval: (hours: string) => string;
  warning: string;
  warningAction: string;
  /** The same where nothing is to be turned. */
  warningCall: string;
  warningSigns: readonly string[];
  nothingToTurn: string;
  goesOn: (day: string) => string;
  versionsAhead: (versions: string) => string;
  turn: (amount: string, isPlural: boolean) => string;
  /** A number with a point, as it is written here. */
  decimal: (text: string) => string;
  weekdays: readonly string[];
  months: readonly string[];
};

const EN: SheetWords = {
  title: 'Turning sheet',
  page: (page, of) => `Page ${page} of ${of}`,
  born: 'born',
  version: (version, from) => `Protocol version ${version}, from ${from}`,
  clinicNumber: 'Clinic',
  noNumber: 'number: ____________________',
  printed: (at, by) => `Printed ${at} by ${by}`,
  day: 'Day',
  time: 'Time',
  doneBy: 'Turned by, checked by',
  withArrow: 'with the arrow',
  againstArrow: 'against the arrow',
  back: 'BACK',
  hold: 'do not turn',
  complete: 'finished',
  heard: {
    done: 'done',
    partial: 'partly done',
    skipped: 'not done',
    'could-not-engage': 'did not grip',
    'wrong-way': 'wrong way',
    extra: 'more was turned',
    'not-sure': 'not sure: ask the clinic',
  },
  unheard: 'ask the clinic',
  'end-of-travel': 'no thread left',
  stroke: (part) => `one stroke = ${part} turn`,
  tick: 'Tick a box as soon as the turn is done. Leave it empty if it was not done.',
  before: 'Before every turn',
  beforeSteps: [
    'Two adults check together: which device, which way, how much.',
    'A turn the wrong way undoes progress. If you are not sure, do not turn: call the clinic.',
    'Write down who turned, and anything that was different.',
  ],
  stopAtOnce: 'If the tool is stiff, slips or does not grip: stop and call the clinic.',
  stopRule: 'When to stop turning',
  stopAt: (label, mm, last) =>
    last === null
      ? `${label}: at ${mm} in all.`
      : `${label}: at ${mm} in all, its last box on this sheet (${last}).`,
  travelEnds: (label, last) =>
    last === null
      ? `${label}: no thread is left. Do not turn it.`
      : `${label}: its thread ends with its last box on this sheet (${last}).`,
  held: (label) => `${label}: do not turn it until the clinic tells you.`,
  finished: (label) => `${label}: finished. Do not turn it any more.`,
  stopOnDay: (day) => `No turn after ${day}.`,
  stopAtVisit: (day) => `No turn after the visit on ${day}.`,
  stopWhenTold: 'When the clinic tells you.',
  whicheverFirst: 'Whichever comes first counts.',
  missedTurn: 'If a turn was missed',
  minInterval: (hours) => `Leave at least ${hours} between two turns of the same device.`,
  warning: 'Warning signs',
  warningAction: 'Do not turn, and call the clinic at once, if you see any of these:',
  warningCall: 'Call the clinic at once if you see any of these:',
  warningSigns: [
    'redness',
    'pus',
    'fever of 38.3 \u00b0C or more',
    'bleeding that does not stop',
    'clear fluid',
    'vomiting',
    'unusual sleepiness',
    'bulging soft spot on the head',
    'bent or loose arm of a device',
    'one side turns freely',
    'sudden ease or stiffness',
    'metal showing',
    'skin getting thin over the device',
    'a fall or blow to the head',
  ],
  nothingToTurn: 'Nothing is to be turned now. Do not turn until the clinic tells you.',
  goesOn: (day) => `This sheet ends on ${day}. Ask for the next one before then.`,
  versionsAhead: (versions) => `Also holds what is already decided for later: ${versions}.`,
  turn: (amount, isPlural) => `${amount} turn${isPlural ? 's' : ''}`,
  decimal: (text) => text,
  weekdays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};

// A part is said «de vuelta», a half is not: ½ vuelta, ¼ de vuelta, 2 × 1/3 de vuelta.
const PART_OF_A_TURN = /^(\u00bc|\u00be|\d\/\d+)$|\u00d7/;

const ES: SheetWords = {
  title: 'Hoja de giros',
  page: (page, of) => `P\u00e1gina ${page} de ${of}`,
  born: 'nac.',
  version: (version, from) => `Versi\u00f3n ${version} del protocolo, desde el ${from}`,
  clinicNumber: 'Cl\u00ednica',
  noNumber: 'tel\u00e9fono: ____________________',
  printed: (at, by) => `Impreso el ${at} por ${by}`,
  day: 'D\u00eda',
  time: 'Hora',
  doneBy: 'Qui\u00e9n gir\u00f3 y qui\u00e9n comprob\u00f3',
  withArrow: 'en el sentido de la flecha',
  againstArrow: 'en contra de la flecha',
  back: 'ATR\u00c1S',
  hold: 'no girar',
  complete: 'terminado',
  heard: {
    done: 'hecho',
    partial: 'hecho en parte',
    skipped: 'no se hizo',
    'could-not-engage': 'no encaj\u00f3',
    'wrong-way': 'en sentido contrario',
    extra: 'se gir\u00f3 m\u00e1s',
    'not-sure': 'sin certeza: pregunte a la cl\u00ednica',
  },
  unheard: 'pregunte a la cl\u00ednica',
  'end-of-travel': 'no queda rosca',
  stroke: (part) => `un movimiento = ${part} de vuelta`,
  tick: 'Marque la casilla en cuanto haya hecho el giro. D\u00e9jela vac\u00eda si no lo hizo.',
  before: 'Antes de cada giro',
  beforeSteps: [
    'Dos adultos comprueban juntos: qu\u00e9 dispositivo, en qu\u00e9 sentido y cu\u00e1nto.',
    'Un giro en sentido contrario deshace lo avanzado. Si tiene dudas, no gire: llame a la cl\u00ednica.',
    'Anote qui\u00e9n hizo el giro y todo lo que haya sido distinto.',
  ],
  stopAtOnce: 'Si la llave va dura, patina o no encaja: pare y llame a la cl\u00ednica.',
  stopRule: 'Cu\u00e1ndo dejar de girar',
  stopAt: (label, mm, last) =>
    last === null
      ? `${label}: al llegar a ${mm} en total.`
      : `${label}: al llegar a ${mm} en total, su \u00faltima casilla de esta hoja (${last}).`,
  travelEnds: (label, last) =>
    last === null
      ? `${label}: no queda rosca. No lo gire.`
      : `${label}: su rosca se acaba con su \u00faltima casilla de esta hoja (${last}).`,
  held: (label) => `${label}: no lo gire hasta que la cl\u00ednica se lo diga.`,
  finished: (label) => `${label}: terminado. No lo gire m\u00e1s.`,
  stopOnDay: (day) => `Ning\u00fan giro despu\u00e9s del ${day}.`,
  stopAtVisit: (day) => `Ning\u00fan giro despu\u00e9s de la visita del ${day}.`,
  stopWhenTold: 'Cuando la cl\u00ednica se lo diga.',
  whicheverFirst: 'Se aplica lo que ocurra primero.',
  missedTurn: 'Si se olvid\u00f3 un giro',
  minInterval: (hours) => `Deje pasar al menos ${hours} entre dos giros del mismo dispositivo.`,
  warning: 'Se\u00f1ales de alarma',
  warningAction: 'No gire y llame enseguida a la cl\u00ednica si observa algo de esto:',
  warningCall: 'Llame enseguida a la cl\u00ednica si observa algo de esto:',
  warningSigns: [
    'enrojecimiento',
    'pus',
    'fiebre de 38,3 \u00b0C o m\u00e1s',
    'sangrado que no para',
    'salida de l\u00edquido transparente',
    'v\u00f3mitos',
    'somnolencia fuera de lo normal',
    'fontanela (la parte blanda de la cabeza) abombada',
    'brazo de un dispositivo doblado o flojo',
    'un lado gira sin resistencia',
    'de pronto gira m\u00e1s f\u00e1cil o m\u00e1s duro',
    'metal a la vista',
    'piel cada vez m\u00e1s fina sobre el dispositivo',
    'ca\u00edda o golpe en la cabeza',
  ],
  nothingToTurn: 'Ahora no hay que girar nada. No gire hasta que la cl\u00ednica se lo diga.',
  goesOn: (day) => `Esta hoja termina el ${day}. Pida la siguiente antes de esa fecha.`,
  versionsAhead: (versions) => `Incluye lo que ya est\u00e1 decidido para m\u00e1s adelante: ${versions}.`,
  turn: (amount, isPlural) =>
    PART_OF_A_TURN.test(amount) ? `${amount} de vuelta` : `${amount} vuelta${isPlural ? 's' : ''}`,
  decimal: (text) => text.replace('.', ','),
  weekdays: ['dom', 'lun', 'mar', 'mi\u00e9', 'jue', 'vie', 's\u00e1b'],
  months: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'],
};

const WORDS: Record<SheetLanguage, SheetWords> = { en: EN, es: ES };

/** The words of a sheet in a language. */
export function sheetWords(language: SheetLanguage): SheetWords {
  return WORDS[language];
}

/** `12-Mar-2026`, `12-mar-2026`. */
export function sheetDay(day: Day, { months }: SheetWords): string {
  const [year = '', month, date] = isoDay(day).split('-');
  return `${date}-${months[Number(month) - 1]}-${year}`;
}

/** `Thu`, `jue`. */
export function sheetWeekday(day: Day, { weekdays }: SheetWords): string {
  return weekdays[(((day + 4) % 7) + 7) % 7] ?? '';
}

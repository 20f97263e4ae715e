import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { buildCourse } from '#lib/domain/timeline/build-course.ts';
import type { TurnReport } from '#lib/domain/turn/report.ts';
import {
  at,
  caseOf,
  deviceOf,
  eventOf,
  FIRST_DAY,
  reportOf,
  versionOf,
} from '#tests/factories/case-facts.ts';
import { sheetWords } from './sheet-words.ts';
import { type SheetRequest, turningSheet } from './turning-sheet.ts';

const REQUEST: SheetRequest = {
  language: 'en',
  paper: 'a4',
  days: 120,
  patient: { familyName: 'Nu\u00f1ez', givenName: 'Ada', bornDay: FIRST_DAY - 300, mrn: 'M-1' },
  clinic: { name: 'Clinic', phone: '+41 44 000 00 00', zone: 'UTC' },
  printedBy: 'R. Nurse',
};

function sheetOf(given: Partial<CaseFacts>, request: Partial<SheetRequest> = {}, day = 1) {
  const sheet = turningSheet(buildCourse(caseOf(given), at(day, 7)), { ...REQUEST, ...request });
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

const plan = (perSession: number[], targetUm: number | null = null, deviceId = 'left') => ({
  deviceId,
  perSession,
  targetUm,
});

/** `2026-03-05 08:00: 1 turn with` a line. */
const linesOf = ({ pages }: ReturnType<typeof sheetOf>) =>
  pages.flatMap(({ days }) =>
    days.flatMap(({ label, slots }) =>
      slots.map(
        ({ time, cells }) =>
          `${label} ${time}: ${cells.map(({ words, arrow }) => `${words} ${arrow ?? ''}`.trim()).join(' | ')}`,
      ),
    ),
  );

describe('turningSheet', () => {
  it('lists what is to be turned until the target, and no further', () => {
    const sheet = sheetOf({ versions: [versionOf({ devices: [plan([100, 50], 2000)] })] });
    expect(linesOf(sheet)).toEqual([
      'Thu 05-Mar 08:00: 1 turn with',
      'Thu 05-Mar 20:00: \u00bd turn with',
      'Fri 06-Mar 08:00: 1 turn with',
      'Fri 06-Mar 20:00: \u00bd turn with',
      'Sat 07-Mar 08:00: 1 turn with',
      'Sat 07-Mar 20:00: finished',
    ]);
    expect(sheet.guidance?.stopRule[0]).toBe(
      'left: at 2.0\u00a0mm in all, its last box on this sheet (07-Mar-2026).',
    );
    expect(sheet.version).toBe('Protocol version 1, from 05-Mar-2026');
  });

  const turnBoxes = (sheet: ReturnType<typeof sheetOf>) =>
    linesOf(sheet).filter((line) => line.endsWith('1 turn with'));

  it('gives a family that left turns out as many more boxes, and none for a turn that may have been done', () => {
    const versions = [versionOf({ devices: [plan([100, 100], 2000)] })];
    const left = { outcome: 'skipped' as const, actuationsCenti: 0 };
    const boxes = (...reports: TurnReport[]) => turnBoxes(sheetOf({ versions, reports }, {}, 2)).length;
    expect(boxes(reportOf(1, 1), reportOf(1, 2))).toBe(2);
    expect(boxes(reportOf(1, 1), reportOf(1, 2, left))).toBe(3);
    expect(boxes(reportOf(1, 1, left), reportOf(1, 2, left))).toBe(4);
    expect(boxes()).toBe(2);
    expect(boxes(reportOf(1, 1), reportOf(1, 2, { outcome: 'not-sure', actuationsCenti: null }))).toBe(2);
  });

  it('has no box for a turn that is reported, says what was reported, and sends to the clinic where nobody knows', () => {
    const versions = [versionOf({ devices: [plan([100, 100], 2000)] })];
    const today = (given: Partial<TurnReport> | null) => {
      const reports = given === null ? [] : [reportOf(1, 1, given)];
      const sheet = turningSheet(buildCourse(caseOf({ versions, reports }), at(1, 12)), REQUEST);
      return sheet ? [linesOf(sheet)[0]?.slice(18), turnBoxes(sheet).length] : null;
    };
    expect(today({})).toEqual(['done', 3]);
    expect(today({ outcome: 'partial', actuationsCenti: 50 })).toEqual(['partly done: \u00bd turn', 4]);
    expect(today({ outcome: 'skipped', actuationsCenti: 0 })).toEqual(['not done', 4]);
    expect(today({ outcome: 'extra', actuationsCenti: 200 })).toEqual(['more was turned: 2 turns', 2]);
    expect(today({ outcome: 'wrong-way', actuationsCenti: -100 })).toEqual(['wrong way', 5]);
    expect(today({ outcome: 'not-sure', actuationsCenti: null })).toEqual(['not sure: ask the clinic', 3]);
    expect(today(null)).toEqual(['ask the clinic', 3]);
  });

  it('has no box for a turn of this evening that was told ahead, nor for one in place of a turn outside the plan', () => {
    const versions = [versionOf({ devices: [plan([100, 100], 2000)] })];
    const early = { doneAt: at(1, 16), recordedAt: at(1, 16) };
    const reports = [reportOf(1, 1), reportOf(1, 2, early), reportOf(1, 3, { ...early, outcome: 'extra' })];
    const sheet = turningSheet(buildCourse(caseOf({ versions, reports }), at(1, 17)), REQUEST);
    expect(sheet && linesOf(sheet)).toEqual([
      'Thu 05-Mar 08:00: done',
      'Thu 05-Mar 20:00: done',
      'Fri 06-Mar 08:00: 1 turn with',
      'Fri 06-Mar 20:00: finished',
    ]);
  });

  it('has no box past the end of the thread, whatever the target', () => {
    const devices = [deviceOf({ travelUm: 1700, initialOpeningUm: 200 })];
    const sheet = sheetOf({ devices, versions: [versionOf({ devices: [plan([100, 100], 4000)] })] });
    expect(linesOf(sheet)).toEqual([
      'Thu 05-Mar 08:00: 1 turn with',
      'Thu 05-Mar 20:00: 1 turn with',
      'Fri 06-Mar 08:00: 1 turn with',
      'Fri 06-Mar 20:00: no thread left',
    ]);
    expect(sheet.guidance?.stopRule[0]).toBe(
      'left: its thread ends with its last box on this sheet (06-Mar-2026).',
    );
  });

  it('never has a box past a target or the end of the thread, whatever was reported, and whatever nobody told', () => {
    const outcomes = fc.constantFrom('done', 'partial', 'skipped', 'extra', 'not-sure', 'unheard');
    fc.assert(
      fc.property(
        fc.array(outcomes, { maxLength: 12 }),
        fc.integer({ min: 1, max: 24 }),
        fc.integer({ min: 1, max: 24 }),
        (told, turnsToTarget, turnsOfThread) => {
          const most = { done: 100, partial: 50, skipped: 0, extra: 200, 'not-sure': 100, unheard: 100 };
          const reports = told.flatMap((outcome, index) => {
            if (outcome === 'unheard') return [];
            const actuationsCenti = outcome === 'not-sure' ? null : most[outcome];
            return [reportOf(1 + Math.floor(index / 2), 1 + (index % 2), { outcome, actuationsCenti })];
          });
          const now = at(1 + Math.floor(told.length / 2), told.length % 2 === 0 ? 7 : 12);
          const facts = caseOf({
            devices: [deviceOf({ travelUm: turnsOfThread * 500 })],
            versions: [versionOf({ devices: [plan([100, 100], turnsToTarget * 500)] })],
            reports,
          });
          const sheet = turningSheet(buildCourse(facts, now), REQUEST);
          const turned = told.reduce((sum, outcome) => sum + most[outcome], 0);
          const boxes = sheet === null ? 0 : turnBoxes(sheet).length;
          const room = Math.min(turnsToTarget, turnsOfThread) * 100 - turned;
          // A box brings the device nearer its target: half a turn past it where half a turn is missing.
          expect(boxes * 100).toBeLessThanOrEqual(Math.max(0, room) + 50);
          expect(boxes * 100).toBeGreaterThanOrEqual(Math.min(room, turnsOfThread * 100 - turned) - 50);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('asks for nothing once activation is over, not even for the rest of the day', () => {
    const events = [eventOf('activation-ended', at(1, 11))];
    const ended = caseOf({ events, reports: [reportOf(1, 1)] });
    for (const language of ['en', 'es'] as const) {
      const sheet = turningSheet(buildCourse(ended, at(1, 12)), { ...REQUEST, language });
      expect(sheet && linesOf(sheet)).toEqual([]);
      expect(sheet?.guidance).toBeNull();
      expect(sheet?.notes).toEqual([sheetWords(language).nothingToTurn]);
    }
  });

  it('tells in a hold of one device when to stop with the other alone', () => {
    const devices = [deviceOf(), deviceOf({ id: 'right' })];
    const versions = [versionOf({ devices: [plan([100, 100], 2000), plan([0, 0], 2000, 'right')] })];
    const sheet = sheetOf({ devices, versions });
    expect(linesOf(sheet)[0]).toBe('Thu 05-Mar 08:00: 1 turn with | do not turn');
    expect(sheet.guidance?.stopRule.slice(0, 2)).toEqual([
      'left: at 2.0\u00a0mm in all, its last box on this sheet (06-Mar-2026).',
      'right: do not turn it until the clinic tells you.',
    ]);
  });

  it('shows a hold in between and a reversal, each in words, and says which later versions it holds', () => {
    const versions = [
      versionOf({ devices: [plan([100, 100])] }),
      versionOf({ version: 2, fromDay: FIRST_DAY + 1, devices: [plan([0, 0])] }),
      versionOf({ version: 3, fromDay: FIRST_DAY + 2, devices: [plan([-100, 0])], lastDay: FIRST_DAY + 2 }),
    ];
    const sheet = sheetOf({ versions });
    expect(linesOf(sheet)).toEqual([
      'Thu 05-Mar 08:00: 1 turn with',
      'Thu 05-Mar 20:00: 1 turn with',
      'Fri 06-Mar 08:00: do not turn',
      'Fri 06-Mar 20:00: do not turn',
      'Sat 07-Mar 08:00: BACK 1 turn against',
      'Sat 07-Mar 20:00: do not turn',
    ]);
    expect(sheet.notes).toEqual([
      'Also holds what is already decided for later: v2 (06-Mar-2026), v3 (07-Mar-2026).',
    ]);
  });

  it('says that nothing is to be turned in a hold without an end', () => {
    const sheet = sheetOf({ versions: [versionOf({ devices: [plan([0, 0])] })] });
    expect(linesOf(sheet)).toEqual([]);
    expect(sheet.notes).toEqual(['Nothing is to be turned now. Do not turn until the clinic tells you.']);
    expect(sheet.guidance).toBeNull();
    expect(sheet.pages.map(({ page, hasGuidance }) => [page, hasGuidance])).toEqual([['Page 1 of 1', true]]);
  });

  it('says amounts in strokes where a stroke is part of a turn, and turns the way of the placement', () => {
    const devices = [
      deviceOf({ actuationsPerTurn: 4, turnDirection: 'against-arrow' }),
      deviceOf({ id: 'right', actuationsPerTurn: 3 }),
    ];
    const versions = [
      versionOf({ devices: [plan([100, 200], 250), plan([100, 0], 166, 'right')], sessions: [480, 1200] }),
    ];
    const english = sheetOf({ devices, versions });
    expect(linesOf(english)).toEqual([
      'Thu 05-Mar 08:00: \u00bc turn against | 1/3 turn with',
      'Thu 05-Mar 20:00: 2 \u00d7 \u00bc turn against | do not turn',
    ]);
    expect(english.pages[0]?.devices.map(({ stroke, direction }) => [stroke, direction])).toEqual([
      ['one stroke = \u00bc turn', 'against the arrow'],
      ['one stroke = 1/3 turn', 'with the arrow'],
    ]);
  });

  it('speaks Spanish to a family that does', () => {
    const devices = [deviceOf({ actuationsPerTurn: 4 })];
    const versions = [versionOf({ devices: [plan([200, 100], 1500)] })];
    const sheet = sheetOf({ devices, versions }, { language: 'es' });
    expect(linesOf(sheet).slice(0, 2)).toEqual([
      'jue 05-mar 08:00: 2 \u00d7 \u00bc de vuelta with',
      'jue 05-mar 20:00: \u00bc de vuelta with',
    ]);
    expect(sheet.guidance?.missedTurnRule).toMatch(/^No duplique/);
    expect(sheet.guidance?.stopRule[0]).toMatch(
      /^left: al llegar a 1,5\u00a0mm en total, su \u00faltima casilla/,
    );
    expect(sheet.pages[0]?.page).toBe('P\u00e1gina 1 de 1');
    expect(sheet.identity.name).toBe('NU\u00d1EZ, Ada');
  });

  it('says where a sheet ends that does not reach the end', () => {
    const sheet = sheetOf({ versions: [versionOf()] }, { days: 7 });
    expect(linesOf(sheet)).toHaveLength(14);
    expect(sheet.notes).toEqual(['This sheet ends on 11-Mar-2026. Ask for the next one before then.']);
  });

  it('is none without a protocol', () => {
    expect(turningSheet(buildCourse(caseOf({ versions: [] }), at(1, 7)), REQUEST)).toBeNull();
  });

  it('has a box for each planned turn, once, whatever the devices, sessions, days and paper', () => {
    const shape = fc.record({
      devices: fc.integer({ min: 1, max: 6 }),
      sessions: fc.integer({ min: 1, max: 4 }),
      days: fc.constantFrom(7, 28, 60, 120),
      paper: fc.constantFrom('a4' as const, 'letter' as const),
    });
    fc.assert(
      fc.property(shape, ({ devices: count, sessions, days, paper }) => {
        const ids = Array.from({ length: count }, (_, index) => `d${index}`);
        const perSession = Array.from({ length: sessions }, () => 100);
        const version = versionOf({
          sessions: perSession.map((_, index) => 360 + index * 300),
          devices: ids.map((id) => plan(perSession, null, id)),
          minIntervalMin: 60,
        });
        const given = { devices: ids.map((id) => deviceOf({ id, travelUm: null })), versions: [version] };
        const { pages } = sheetOf(given, { days, paper });
        const cells = pages.flatMap((page) =>
          page.days.flatMap(({ key, slots }) =>
            slots.flatMap((slot) =>
              slot.cells.map(
                (cell, column) => `${key} ${slot.time} ${page.devices[column]?.id} ${cell.kind}`,
              ),
            ),
          ),
        );
        expect(cells).toHaveLength(count * sessions * days);
        expect(new Set(cells).size).toBe(cells.length);
        expect(pages.map(({ page }) => page)).toEqual(
          pages.map((_, index) => `Page ${index + 1} of ${pages.length}`),
        );
        expect(pages.filter(({ hasGuidance }) => hasGuidance)).toHaveLength(1);
      }),
      { numRuns: 40 },
    );
  });
});

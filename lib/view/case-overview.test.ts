import { describe, expect, it } from 'vitest';
import { assess } from '#lib/domain/assess.ts';
import { dayFromIso } from '#lib/domain/case-day.ts';
import { buildCourse } from '#lib/domain/timeline/build-course.ts';
import { measurementOf } from '#tests/factories/case-facts.ts';
import { at, type Script, scriptedCase } from '#tests/factories/scripted-case.ts';
import { adherenceCalendar } from './adherence-calendar.ts';
import { deviceRows } from './device-row.ts';
import { forecastLines } from './forecast-lines.ts';
import { nextSlot } from './next-slot.ts';
import { patientBanner } from './patient-banner.ts';
import { phaseRuler } from './phase-ruler.ts';
import { protocolSummary } from './protocol-summary.ts';

const zone = 'Europe/Berlin';
const plain = (text: string | undefined) => text?.replace(/\u00a0/g, ' ');
const now = at('2025-09-06', '12:00');
const clock = { clinicZone: zone, zone, now };

function judged(script: Script, asOf = now) {
  const facts = scriptedCase(script);
  return { facts, course: buildCourse(facts, asOf), assessment: assess(facts, asOf) };
}

describe('the case page in words', () => {
  it('names the patient, the age, and a hold', () => {
    const fromDay = dayFromIso('2025-09-06') ?? 0;
    const { assessment } = judged({
      devices: [{ turns: 'DDDD' }],
      versions: [{}, { fromDay, perSession: [0, 0] }],
    });
    const patient = {
      familyName: 'Gr\u00fcn',
      givenName: 'Ada',
      sex: 'female',
      bornDay: dayFromIso('2024-05-14') ?? 0,
      mrn: '7',
    };
    expect(patientBanner(patient, assessment, { zone, closedAt: null }, now)).toEqual({
      name: 'GR\u00dcN, Ada',
      born: '14-May-2024 (15 m)',
      sex: 'female',
      mrn: '7',
      alerts: ['Hold'],
    });
  });

  it('rules the phases from the operation on, the expected ones too', () => {
    const { assessment } = judged({ devices: [{ turns: 'DDDDD' }] });
    const ruler = phaseRuler(assessment, zone, now);
    expect(ruler?.segments.map(({ phase, state, detail }) => [phase, state, detail])).toEqual([
      ['latency', 'past', '01-Sep to 04-Sep'],
      ['activation', 'present', 'day 3 of 20'],
      ['consolidation', 'expected', 'to 19-Nov-2025'],
    ]);
  });

  it('keeps a phase on its first day within the ruler', () => {
    const { assessment } = judged({ devices: [{ turns: 'DDDDD' }] });
    const phase = { ...assessment.phase, kind: 'consolidation' as const };
    const unknown = { kind: 'not-assessable' as const, reason: 'consolidation-start-unknown' as const };
    const removal = assessment.removal && {
      ...assessment.removal,
      window: { ...assessment.removal.window, earliest: unknown, latestDay: null },
    };
    const today = { ...assessment, removal, phase: { ...phase, activationEndedAt: now, sinceAt: now } };
    const last = phaseRuler(today, zone, now)?.segments.at(-1);
    expect(last?.phase).toBe('consolidation');
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual(100);
  });

  it('marks where activation was over for a while', () => {
    const { assessment } = judged({ devices: [{ turns: 'DDDDD' }] });
    const span = { from: at('2025-09-05', '08:00'), to: at('2025-09-06', '08:00') };
    const ruler = phaseRuler(assessment, zone, now, [span]);
    expect(ruler?.breaks).toHaveLength(1);
    expect(ruler?.segments.map(({ detail }) => detail)).toContain(
      'day 3 of 20; ended 05-Sep, resumed 06-Sep',
    );
  });

  it('has no ruler before an operation', () => {
    const { assessment } = judged({ devices: [], versions: [], facts: { operations: [] } });
    expect(phaseRuler(assessment, zone, now)).toBeNull();
  });

  it('counts what became of the slots, and leaves out what was not asked', () => {
    const { course } = judged({ devices: [{ turns: 'DPU' }] }, at('2025-09-06', '07:00'));
    const calendar = adherenceCalendar(course, dayFromIso('2025-09-06') ?? 0);
    expect(calendar?.summaries).toEqual([
      { label: 'Left', words: '1 of 4 done; 1 partly done, 2 not reported' },
    ]);
    expect(calendar?.layers.map(({ letter, cells }) => [letter, cells.length])).toEqual([
      ['D', 1],
      ['P', 1],
      ['U', 2],
    ]);
  });

  it('draws the half year before the last slot of a long course, and leads to the days before', () => {
    const script: Script = {
      devices: [{ turns: 'D'.repeat(800) }],
      versions: [{ targetUm: 900_000 }],
    };
    const { course } = judged(script, at('2026-10-08', '12:00'));
    const calendar = adherenceCalendar(course, dayFromIso('2026-10-08') ?? 0);
    expect(calendar?.weeks).toHaveLength(26);
    expect(calendar?.weeks.at(-1)?.label).toBe('05-Oct');
    const corners = calendar?.layers.flatMap(({ cells }) => cells) ?? [];
    expect(corners.length).toBeGreaterThan(25 * 7 * 2);
    expect(corners.length).toBeLessThanOrEqual(26 * 7 * 2);
    expect(Math.min(...corners.map(({ x, y }) => Math.min(x, y)))).toBeGreaterThan(0);
    expect(calendar?.earlier).toEqual({
      words: 'Days up to 12-Apr-2026',
      href: `/cases/${course.facts.caseId}/turns?until=2026-04-12`,
    });
    expect(calendar?.summaries[0]?.words).toBe('799 of 799 done');
  });

  it('counts turns that nobody asked for apart', () => {
    const script: Script = { devices: [{ turns: 'D'.repeat(6) }], versions: [{ targetUm: 2_000 }] };
    const { course } = judged(script, at('2025-09-08', '12:00'));
    const calendar = adherenceCalendar(course, dayFromIso('2025-09-08') ?? 0);
    expect(calendar?.summaries[0]?.words).toBe('4 of 4 done; 2 not asked for');
  });

  it('ends with the last slot that was asked for, however long the case stays open', () => {
    const { course } = judged({ devices: [{ turns: 'DD' }] }, at('2030-09-04', '12:00'));
    const calendar = adherenceCalendar(course, dayFromIso('2030-09-04') ?? 0);
    expect(calendar?.weeks.map(({ label }) => label)).toEqual(['01-Sep', '08-Sep', '15-Sep', '22-Sep']);
    expect(calendar?.earlier).toBeNull();
  });

  it('has no calendar before the first slot', () => {
    const { course } = judged({ devices: [{ turns: '' }] }, at('2025-09-02', '12:00'));
    expect(adherenceCalendar(course, dayFromIso('2025-09-02') ?? 0)).toBeNull();
  });

  it('says what travel is left, and that it is not known when nobody recorded it', () => {
    const { facts, assessment } = judged({
      devices: [{ turns: 'DDDDD' }, { turns: 'DDDDD', travelUm: null }],
    });
    const rows = deviceRows(facts.devices, [], assessment, zone);
    expect(rows.map(({ travel }) => plain(travel ?? undefined))).toEqual([
      '27.5 mm of 30.0 mm left',
      undefined,
    ]);
    expect(plain(rows[0]?.standing)).toBe('2.5 mm reported of 20.0 mm, on plan');
  });

  it('does not say that a device is on plan beside a reading that contradicts its reports', () => {
    const reading = (deviceId: string) => measurementOf(now - 60_000, 500, { id: deviceId, deviceId });
    const { facts, assessment } = judged({
      devices: [{ turns: 'DDDDD' }, { turns: 'DDDDS' }],
      facts: { measurements: [reading('device-1'), reading('device-2')] },
    });
    const rows = deviceRows(facts.devices, [], assessment, zone);
    expect(rows.map(({ standing }) => plain(standing))).toEqual([
      '2.5 mm reported of 20.0 mm, measured 2.0 mm less',
      '2.0 mm reported of 20.0 mm, 0.5 mm behind plan, measured 1.5 mm less',
    ]);
  });

  it('says what comes next and where it leads', () => {
    const { facts, assessment } = judged({ devices: [{ turns: 'DDDDD' }] });
    expect(nextSlot(assessment, facts.versions, zone, now)).toEqual({
      when: '06-Sep-2025 20:00, slot 2',
      inWords: 'in 8 h',
      amounts: ['Left 1 actuation'],
    });
    const lines = forecastLines(assessment, facts.versions[0]?.consolidation ?? null, clock);
    expect(lines.map(({ what, words }) => `${what}: ${plain(words)}`)).toEqual([
      'Left: 20.0 mm: at plan 23-Sep-2025; at pace 23-Sep-2025',
      'Consolidation ends: 19-Nov-2025 (56 days)',
    ]);
  });

  it('says what the forecast takes for turned of which nothing sure is known', () => {
    const { assessment } = judged({
      devices: [{ turns: 'DDDU?' }],
      versions: [{ targetUm: 20_000 }],
    });
    const short = judged({ devices: [{ turns: 'DDDU?' }], versions: [{ targetUm: 2_500 }] }).assessment;
    const words = [assessment, short].map((one) => plain(forecastLines(one, null, clock)[0]?.words));
    expect(words).toEqual([
      '20.0 mm: at plan 23-Sep-2025; at pace 23-Sep-2025, if the 1.0 mm of which nothing sure is known were turned',
      '2.5 mm reached, if the 1.0 mm of which nothing sure is known were turned',
    ]);
  });

  it('says that the travel ends before the target', () => {
    const { assessment } = judged({ devices: [{ turns: 'DDDDD', travelUm: 10_000 }] });
    expect(forecastLines(assessment, null, clock)[0]?.words).toContain('Travel ends first');
  });

  it('tells the protocol with amounts as people say them', () => {
    const { facts, course } = judged({
      devices: [{ turns: '', umPerTurn: 1000, actuationsPerTurn: 3 }],
      versions: [{ perSession: [50, 100], targetUm: null, toldAt: null }],
    });
    const version = course.inForce ?? facts.versions[0];
    const summary = version && protocolSummary(version, facts.devices, { 'person-1': 'Ada' }, zone);
    expect(plain(summary?.plans[0]?.words)).toBe('\u00bd + 1 actuations a day = 0.5 mm, no target set');
    expect(summary).toMatchObject({ author: 'Ada', cosigner: null, told: null, sessions: '08:00, 20:00' });
  });
});

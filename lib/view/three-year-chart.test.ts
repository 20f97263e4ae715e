import { beforeAll, describe, expect, it } from 'vitest';
import { assess } from '#lib/domain/assess.ts';
import { dayFromIso } from '#lib/domain/case-day.ts';
import { buildCourse } from '#lib/domain/timeline/build-course.ts';
import type { Course } from '#lib/domain/timeline/course.ts';
import { expansionUm } from '#lib/domain/units.ts';
import { hoverText } from '#lib/view/chart/chart-hover-text.ts';
import { chartLayout } from '#lib/view/chart/chart-layout.ts';
import { pathY } from '#lib/view/chart/chart-scale.ts';
import type { ChartRange } from '#lib/view/chart/chart-time.ts';
import { threeYears, YEARS_AS_OF, YEARS_DAYS } from '#tests/factories/three-year-case.ts';
import { chartPages, chartRange, spanOptions } from './chart-options.ts';
import { type ExpansionChart, expansionChart } from './expansion-chart.ts';

const facts = threeYears();
let course: Course;
let assessment: ReturnType<typeof assess>;
let pages: readonly ExpansionChart[];

const chartOf = (range: ChartRange | null) => expansionChart(course, assessment, 'each', range);

/** Every page, the latest first, by the ways that the screen offers. */
function pagesOf(): readonly ExpansionChart[] {
  const found = [chartOf(null)];
  for (let page = found[0]; page?.window.earlier; page = found.at(-1)) {
    found.push(chartOf({ until: dayFromIso(page.window.earlier.until) ?? 0 }));
  }
  return found;
}

beforeAll(() => {
  course = buildCourse(facts, YEARS_AS_OF);
  assessment = assess(facts, YEARS_AS_OF);
  pages = pagesOf();
});

describe('the chart of a case that is open for three years', () => {
  it('has half a year of slots on a page, and every slot on one of them', () => {
    const counts = pages.map(({ readings }) => readings.count);
    expect(Math.max(...counts)).toBe(182 * 2);
    const read = pages.toReversed().flatMap(({ readings }) => readings.slice().map(({ when }) => when));
    expect(read).toHaveLength(YEARS_DAYS * 2);
    expect(new Set(read).size).toBe(read.length);
  });

  it('says what it leaves out on either side, and offers the way there', () => {
    const query = { device: 'together', view: 'table' };
    expect(chartPages('/cases/1', query, chartOf(null).window)).toEqual({
      earlier: {
        words: '913 days, 05-Mar-2026 to 02-Sep-2028',
        href: '/cases/1?device=together&view=table&span=2028-09-02#expansion',
      },
      later: null,
    });
    const [first] = pages.slice(-1);
    expect(first?.window).toMatchObject({
      earlier: null,
      later: { words: expect.stringMatching(/^1092 days/) },
    });
    expect(chartRange({ span: '2028-09-02' })).toEqual({ until: dayFromIso('2028-09-02') });
    expect(chartRange({ span: '2028-02-31' })).toBeNull();
  });

  it('reads a measurement out once: on the page of its day', () => {
    const measured = pages.flatMap(({ readings }) =>
      readings
        .slice()
        .flatMap(({ cells }) => cells.flatMap(({ measured: words }) => words?.split('; ') ?? [])),
    );
    expect(measured).toHaveLength(facts.measurements.length);
    expect(
      pages.flatMap(({ panels }) => panels.flatMap(({ series }) => series[0]?.measured ?? [])),
    ).toHaveLength(facts.measurements.length);
  });

  it('enters a page at the level that was reached before it, and hatches on where that is unknown', () => {
    for (const page of pages.slice(0, -1)) {
      page.panels.forEach(({ series, scale }, index) => {
        const device = course.devices[index];
        const before = device?.entries.findLast(({ day }) => day < page.window.span.from);
        if (!device || !before) throw new Error('nothing is before this page');
        const level = pathY(scale, expansionUm(before.reportedTotalCenti, device.device));
        const reported = series[0]?.reported;
        expect(reported?.path.startsWith(`M0 ${level}`)).toBe(true);
        const isKnown = before.status !== 'unreported' && before.status !== 'not-sure';
        expect(reported?.gaps.some(({ x }) => x === 0)).toBe(!isKnown);
      });
    }
  });

  it('stays within its page: nothing is drawn to the left or to the right of it', () => {
    for (const { panels, versions, phases } of pages) {
      const places = panels.flatMap(({ series }) =>
        series.flatMap(({ reported, planned, tolerance, original }) => [
          ...reported.marks.map(({ x }) => x * 10),
          ...reported.gaps.flatMap(({ x, width }) => [x * 10, (x + width) * 10]),
          ...[reported.path, reported.notTurned, reported.late, planned, tolerance, original].flatMap(
            (path) => [...path.matchAll(/[MH](-?[\d.]+)/g)].map(([, x]) => Number(x)),
          ),
        ]),
      );
      places.push(...[...versions, ...phases].map(({ x }) => x * 10));
      expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...places)).toBeLessThanOrEqual(1000.1);
    }
  });

  it('forecasts and shows today on the latest page alone', () => {
    expect(pages.map(({ todayX }) => todayX !== null)).toEqual(pages.map((_, index) => index === 0));
    const { earlier } = chartOf(null).window;
    const isForecast = (range: ChartRange | null) =>
      chartLayout(course, assessment, 'each', range).places.map(({ inputs }) => inputs[0]?.forecast !== null);
    expect(isForecast(null)).toEqual([true, true, true, true]);
    expect(isForecast(chartRange({ span: earlier?.until }))).toEqual([false, false, false, false]);
  });

  it('has one scale on all of its pages', () => {
    const scales = new Set(pages.map(({ panels }) => JSON.stringify(panels.map(({ scale }) => scale))));
    expect(scales.size).toBe(1);
  });

  it('reads out the same without being drawn', () => {
    const layout = chartLayout(course, assessment, 'each', null);
    expect(hoverText(layout)).toBe(hoverText(chartOf(null)));
    expect(hoverText(layout).length).toBeLessThan(140_000);
  });
});

it('leaves out nothing where activation was over after two months, three years ago', () => {
  const short = threeYears({ endedOnDay: 60 });
  const ended = buildCourse(short, YEARS_AS_OF);
  for (const range of [null, 'course'] as const) {
    const { window, readings } = expansionChart(ended, assess(short, YEARS_AS_OF), 'each', range);
    expect([window.earlier, window.later]).toEqual([null, null]);
    expect(readings.count).toBe(60 * 2);
    const current = spanOptions('/', {}, window).map((option) => option.current);
    expect(current).toEqual(range === null ? [true, false] : [false, true]);
  }
});

it('draws what was turned, and no page of nothing, where a target was reached long ago and nobody ended activation', () => {
  const reached = threeYears({ reportedDays: 60, targetUm: 500 });
  const { window, readings } = expansionChart(
    buildCourse(reached, YEARS_AS_OF),
    assess(reached, YEARS_AS_OF),
    'each',
    null,
  );
  expect(window).toMatchObject({ earlier: null, later: null, hasChoice: true, range: 'activation' });
  expect(window.endedOn).toBe('02-Sep-2026');
  expect(window.span.to - window.span.from).toBeLessThan(1.3 * 182);
  expect(readings.count).toBe(182 * 2);
});

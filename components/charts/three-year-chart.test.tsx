import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { assess } from '#lib/domain/assess.ts';
import { buildCourse } from '#lib/domain/timeline/build-course.ts';
import { expansionChart } from '#lib/view/expansion-chart.ts';
import { threeYears, YEARS_AS_OF } from '#tests/factories/three-year-case.ts';
import { ExpansionPrint } from './expansion-print.tsx';
import { SlotTable } from './slot-table.tsx';

const facts = threeYears();
const chart = expansionChart(buildCourse(facts, YEARS_AS_OF), assess(facts, YEARS_AS_OF), 'each', null);
const elements = (html: string) => html.match(/<\w/g)?.length ?? 0;

test('three years of four devices are a drawing of bounded size, which says on paper what it leaves out', () => {
  const html = renderToStaticMarkup(<ExpansionPrint chart={chart} summary="" />);
  expect(html).toContain('Not drawn: 913 days, 05-Mar-2026 to 02-Sep-2028.');
  expect(html.length).toBeLessThan(220_000);
  expect(elements(html)).toBeLessThan(2_000);
});

test('their table has the rows of half a year', () => {
  const html = renderToStaticMarkup(<SlotTable readings={chart.readings.slice()} labels={chart.labels} />);
  expect(html.match(/<tr/g)).toHaveLength(1 + 182 * 2 * 4);
});

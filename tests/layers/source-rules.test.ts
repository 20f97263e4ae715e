import { beforeAll, describe, expect, test } from 'vitest';
import { refusalsOf } from './planted-tree.ts';

type Planted = { at: string; text: string; rule?: string };

const line = 'export const amountUm = 500;\n';
const lines = (count: number) =>
  Array.from({ length: count }, (_, index) => `export const n${index} = ${index};\n`).join('');
const domain = (name: string, text: string, rule?: string): Planted => ({
  at: `lib/domain/${name}.ts`,
  text: `${text}\n`,
  ...(rule ? { rule } : {}),
});

const planted: Record<string, Planted[]> = {
  'a cycle': [
    {
      at: 'lib/view/ring-a.ts',
      text: "import { b } from './ring-b.ts';\nexport const a = (): number => b();\n",
      rule: 'noImportCycles',
    },
    {
      at: 'lib/view/ring-b.ts',
      text: "import { a } from './ring-a.ts';\nexport const b = (): number => a();\n",
      rule: 'noImportCycles',
    },
  ],
  'file names': [
    { at: 'lib/view/expansionChart.ts', text: line, rule: 'useFilenamingConvention' },
    { at: 'components/cases/CaseBanner.tsx', text: line, rule: 'useFilenamingConvention' },
    { at: 'app/(clinic)/cases/[caseId]/not-found.tsx', text: line },
  ],
  'a file past 300 lines': [
    { at: 'lib/view/three-hundred.ts', text: lines(300) },
    { at: 'lib/view/three-hundred-and-one.ts', text: lines(301), rule: 'noExcessiveLinesPerFile' },
  ],
  'a barrel': [
    { at: 'lib/view/index.ts', text: "export * from './expansion-chart.ts';\n", rule: 'noBarrelFile' },
  ],
  drawers: [
    { at: 'lib/view/utils.ts', text: line, rule: 'plugin' },
    { at: 'lib/domain/types.ts', text: line, rule: 'plugin' },
    { at: 'components/common/card.tsx', text: line, rule: 'plugin' },
    { at: 'scripts/helpers/port.ts', text: line, rule: 'plugin' },
    { at: 'lib/domain/types-of-turn.ts', text: line },
  ],
  'a server layer without server-only': [
    ...['data', 'operations', 'loaders', 'auth'].map((layer) => ({
      at: `lib/${layer}/bare.ts`,
      text: line,
      rule: 'plugin',
    })),
    { at: 'lib/data/only-said.ts', text: `// import 'server-only';\n${line}`, rule: 'plugin' },
    { at: 'lib/data/guarded.ts', text: `import 'server-only';\n\n${line}` },
  ],
  'a clock, chance or the environment in the domain': [
    domain('clock-a', 'export const at = Date.now();', 'plugin'),
    domain('clock-b', 'export const at = new Date();', 'plugin'),
    domain('clock-c', 'export const at = Date();', 'plugin'),
    domain('clock-d', 'export const at = performance.now();', 'noRestrictedGlobals'),
    domain('clock-e', 'export const read = Date.now;', 'plugin'),
    domain('clock-f', 'const { now } = Date;\nexport const at = now();', 'plugin'),
    domain('clock-g', 'export const clock = Date;', 'plugin'),
    domain('clock-h', 'export const at = Date?.now();', 'plugin'),
    domain('clock-i', "export const at = Date['now']();", 'plugin'),
    domain('clock-j', 'export const at = Date.UTC(Date.now());', 'plugin'),
    domain(
      'clock-k',
      'export const later = (work: () => void) => setTimeout(work, 5);',
      'noRestrictedGlobals',
    ),
    domain(
      'clock-l',
      'export const later = (work: () => void) => queueMicrotask(work);',
      'noRestrictedGlobals',
    ),
    domain('chance-a', 'export const chance = Math.random();', 'plugin'),
    domain('chance-b', 'export const id = crypto.randomUUID();', 'noRestrictedGlobals'),
    domain('chance-c', 'const { random } = Math;\nexport const chance = random();', 'plugin'),
    domain('chance-d', 'export const { random: chance, floor } = Math;', 'plugin'),
    domain('chance-e', 'export const chance = Math.floor(Math.random());', 'plugin'),
    domain('chance-f', "export const chance = Math['random']();", 'plugin'),
    domain('surroundings-a', 'export const zone = process.env.TZ;', 'noRestrictedGlobals'),
    domain('surroundings-b', 'export const all = globalThis;', 'noRestrictedGlobals'),
    domain('surroundings-c', 'export const { env } = process;', 'noRestrictedGlobals'),
    domain(
      'surroundings-d',
      "export const read = () => fetch('https://example.org');",
      'noRestrictedGlobals',
    ),
    domain('surroundings-e', 'export const words = navigator.language;', 'noRestrictedGlobals'),
    domain(
      'arithmetic',
      'export const day = (at: number) => Math.floor((at - Date.UTC(2026, 0, 1)) / 86_400_000);',
    ),
    domain(
      'names',
      'export const within = (window: { from: number }, fetch: number) => window.from + fetch;',
    ),
    domain(
      'property',
      'export const of = (at: { process: number; fetch: number }) => at.process + at.fetch;',
    ),
  ],
  'the locale or zone of the machine in the domain': [
    domain('locale-a', 'export const text = (5).toLocaleString();', 'plugin'),
    domain('locale-b', "export const order = 'a'.localeCompare('b');", 'plugin'),
    domain(
      'locale-c',
      "export const form = Intl.NumberFormat('en', { currency: 'EUR', timeZone: 'UTC' });",
      'plugin',
    ),
    domain('zone-a', 'export const day = new Date(2026, 1, 1);', 'plugin'),
    domain('zone-b', "export const at = Date.parse('2026-02-01T00:00');", 'plugin'),
    domain('zone-c', 'export const text = new Date(0).toString();', 'plugin'),
    domain('zone-d', 'export const text = (at: number) => String(new Date(at));', 'plugin'),
    domain('hours', 'export const hour = (at: { getHours(): number }) => at.getHours();', 'plugin'),
    domain('hours-c', 'export const hours = (at: Date) => at;', 'plugin'),
    domain('order', "export const order = ''.localeCompare;", 'plugin'),
    domain('hours-b', 'export const hour = (at?: { getHours(): number }) => at?.getHours();', 'plugin'),
    domain(
      'zone-offset',
      "export const inZone = (timeZone: string) => new Intl.DateTimeFormat('en', { timeZone });",
    ),
  ],
  'a promise that nobody awaits': [
    {
      at: 'lib/view/dropped-promise.ts',
      text: 'const work = async () => 5;\nexport function start() {\n  work();\n}\n',
      rule: 'noFloatingPromises',
    },
  ],
  'console in the product': [{ at: 'lib/view/noisy.ts', text: "console.log('here');\n", rule: 'noConsole' }],
};

describe.each(Object.entries(planted))('%s', (_name, files) => {
  let refusals: Map<string, string[]>;
  beforeAll(async () => {
    refusals = await refusalsOf(Object.fromEntries(files.map(({ at, text }) => [at, text])));
  });

  test.each(files)('$at', ({ at, rule }) => {
    const rules = refusals.get(at)?.map((refusal) => refusal.split(':')[0]);
    expect([...new Set(rules)]).toEqual(rule ? [rule] : []);
  });
});

test('zone-offset.ts too must name the zone', async () => {
  const at = 'lib/domain/zone-offset.ts';
  const text = "export const here = new Intl.DateTimeFormat('en', { hour: '2-digit' });\n";
  expect((await refusalsOf({ [at]: text })).get(at)).toEqual([expect.stringContaining('Name the time zone')]);
});

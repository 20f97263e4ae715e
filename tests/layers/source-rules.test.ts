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
    domain('clock-d', 'export const at = performance.now();', 'plugin'),
    domain('clock-e', 'export const read = Date.now;', 'plugin'),
    domain('chance-a', 'export const chance = Math.random();', 'plugin'),
    domain('chance-b', 'export const id = crypto.randomUUID();', 'plugin'),
    domain('surroundings-a', 'export const zone = process.env.TZ;', 'plugin'),
    domain('surroundings-b', 'export const all = globalThis;', 'plugin'),
    domain(
      'arithmetic',
      'export const day = (at: number) => Math.floor(new Date(at).getTime() / 86_400_000);',
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
    domain('hours', 'export const hour = (at: number) => new Date(at).getHours();', 'plugin'),
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
    expect(rules).toEqual(rule ? [rule] : []);
  });
});

test('zone-offset.ts too must name the zone', async () => {
  const at = 'lib/domain/zone-offset.ts';
  const text = "export const here = new Intl.DateTimeFormat('en', { hour: '2-digit' });\n";
  expect((await refusalsOf({ [at]: text })).get(at)).toEqual([expect.stringContaining('Name the time zone')]);
});

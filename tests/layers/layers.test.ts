import { beforeAll, describe, expect, test } from 'vitest';
import { refusalsOf } from './planted-tree.ts';

const layers: Record<string, { allowed: string[]; forbidden: string[] }> = {
  'lib/env.ts': { allowed: ['zod'], forbidden: ['#lib/domain/units.ts', 'next/headers'] },
  'lib/domain/device/travel.ts': {
    allowed: ['./opening.ts', '#lib/domain/units.ts'],
    forbidden: [
      'zod',
      'node:fs',
      'react',
      'temporal-polyfill',
      '#lib/env.ts',
      '#lib/view/chart.ts',
      '#lib/data/cases.ts',
    ],
  },
  'lib/schemas/turn-report.ts': {
    allowed: ['zod', '#lib/domain/units.ts'],
    forbidden: ['next/headers', '#lib/data/cases.ts', '#lib/operations/record-turn-report.ts'],
  },
  'lib/view/expansion-chart.ts': {
    allowed: ['#lib/domain/units.ts'],
    forbidden: ['react', 'zod', '#lib/data/cases.ts', '#components/ui/badge.tsx'],
  },
  'lib/interop/turn-csv.ts': {
    allowed: ['csv-parse/sync', 'sharp', '#lib/domain/units.ts'],
    forbidden: ['#lib/data/cases.ts', '#lib/schemas/turn-report.ts', 'node:fs'],
  },
  'lib/data/cases.ts': {
    allowed: ['pg', 'aws4fetch', '#db/models.ts', '#lib/domain/units.ts', '#lib/env.ts', '#lib/log.ts'],
    forbidden: [
      'next/headers',
      'react',
      '@prisma/client/runtime/client',
      '#db/client.ts',
      '#lib/auth/session.ts',
      '#lib/operations/record-turn-report.ts',
      '#lib/clock.ts',
    ],
  },
  'lib/operations/record-turn-report.ts': {
    allowed: ['#lib/domain/units.ts', '#lib/data/cases.ts', '#lib/schemas/turn-report.ts', '#lib/log.ts'],
    forbidden: [
      'next/cache',
      'react',
      'pg',
      '#db/client.ts',
      '#lib/auth/session.ts',
      '#lib/clock.ts',
      '#lib/view/chart.ts',
    ],
  },
  'lib/auth/session.ts': {
    allowed: [
      'next-auth',
      'next/headers',
      '@node-rs/argon2',
      '#lib/data/sessions.ts',
      '#lib/env.ts',
      '#lib/clock.ts',
    ],
    forbidden: [
      'zod',
      'pg',
      '#lib/operations/record-turn-report.ts',
      '#lib/loaders/load-case.ts',
      '#lib/view/chart.ts',
    ],
  },
  'lib/loaders/load-case-overview.ts': {
    allowed: [
      'react',
      'next/navigation',
      '#lib/auth/session.ts',
      '#lib/data/cases.ts',
      '#lib/view/chart.ts',
      '#lib/clock.ts',
      '#lib/operations/reassess-due-standings.ts',
    ],
    forbidden: [
      '#lib/operations/record-turn-report.ts',
      '#lib/actions/record-turn.ts',
      'pg',
      '#components/ui/badge.tsx',
    ],
  },
  'lib/actions/record-turn.ts': {
    allowed: [
      'next/cache',
      '#lib/schemas/turn-report.ts',
      '#lib/auth/session.ts',
      '#lib/operations/record-turn-report.ts',
    ],
    forbidden: ['#lib/data/cases.ts', '#lib/loaders/load-case.ts', 'pg', '#db/client.ts'],
  },
  'components/ui/badge.tsx': {
    allowed: ['react', 'clsx', '#components/ui/button.tsx'],
    forbidden: ['#lib/domain/units.ts', '#components/cases/case-banner.tsx', '#lib/view/chart.ts'],
  },
  'components/forms/text-field.tsx': {
    allowed: ['react', '#components/ui/button.tsx'],
    forbidden: [
      '#lib/schemas/turn-report.ts',
      '#lib/actions/record-turn.ts',
      '#components/cases/case-banner.tsx',
    ],
  },
  'components/charts/expansion-chart.tsx': {
    allowed: ['react', 'recharts', '#components/ui/badge.tsx', '#lib/view/chart.ts'],
    forbidden: ['#lib/domain/units.ts', '#lib/loaders/load-case.ts', '#components/cases/case-banner.tsx'],
  },
  'components/cases/case-banner.tsx': {
    allowed: [
      'react',
      'next/link',
      '#components/ui/badge.tsx',
      '#lib/view/chart.ts',
      '#lib/actions/record-turn.ts',
    ],
    forbidden: [
      '#lib/data/cases.ts',
      '#lib/auth/session.ts',
      '#lib/loaders/load-case.ts',
      '#lib/operations/record-turn-report.ts',
    ],
  },
  'app/(clinic)/cases/[caseId]/page.tsx': {
    allowed: [
      'next/link',
      '#components/cases/case-banner.tsx',
      '#lib/loaders/load-case.ts',
      '#lib/view/chart.ts',
    ],
    forbidden: [
      '#lib/data/cases.ts',
      '#lib/operations/record-turn-report.ts',
      '#lib/auth/session.ts',
      '#lib/domain/units.ts',
    ],
  },
  'app/api/turn-reports/route.ts': {
    allowed: [
      'next/server',
      '#lib/auth/session.ts',
      '#lib/operations/record-turn-report.ts',
      '#lib/interop/turn-csv.ts',
    ],
    forbidden: ['#lib/data/cases.ts', 'pg', '#lib/actions/record-turn.ts', '#components/ui/badge.tsx'],
  },
  'proxy.ts': {
    allowed: ['next/server', '#lib/env.ts'],
    forbidden: ['#lib/auth/session.ts', '#lib/data/cases.ts'],
  },
  'instrumentation.ts': {
    allowed: ['#lib/log.ts', '#lib/operations/reassess-due-standings.ts'],
    forbidden: ['#lib/data/cases.ts', '#lib/loaders/load-case.ts'],
  },
  'scripts/assess.ts': {
    allowed: ['node:fs', '#lib/domain/assess.ts', '#lib/schemas/case-file.ts'],
    forbidden: [
      '#lib/loaders/load-case.ts',
      '#lib/actions/record-turn.ts',
      '#components/ui/badge.tsx',
      '#tests/setup/database.ts',
    ],
  },
  'prisma/seed/clinic.ts': {
    allowed: ['#lib/operations/open-case.ts', '#lib/domain/units.ts'],
    forbidden: ['pg', '#db/client.ts', '#lib/loaders/load-case.ts'],
  },
  'tests/db/cases.test.ts': {
    allowed: ['#lib/data/cases.ts', 'vitest'],
    forbidden: ['../setup/database.ts'],
  },
};

const serverLayer = /^lib\/(data|operations|loaders|auth)\//;
const beside = (file: string, index: number) =>
  file.replace(/[^/]+?(\.test)?(\.tsx?)$/, `planted-${index}$1$2`);
const importing = (file: string, names: readonly string[]) =>
  [
    ...(serverLayer.test(file) ? ["import 'server-only';"] : []),
    ...names.map((name, index) => `import { thing as thing${index} } from '${name}';`),
    `export const all = [${names.map((_, index) => `thing${index}`).join(', ')}];`,
    '',
  ].join('\n');

const ruleNames = (refusals: string[] | undefined) => refusals?.map((refusal) => refusal.split(':')[0]);

describe('each layer imports what the architecture lets it, and nothing else', () => {
  let refusals: Map<string, string[]>;
  const planted = Object.entries(layers).flatMap(([file, { forbidden }]) =>
    [...forbidden, '../elsewhere/thing.ts'].map((name, index) => ({
      file,
      name,
      at: file.includes('/') ? beside(file, index) : `${file}#${index}`,
    })),
  );

  beforeAll(async () => {
    const accepted = Object.entries(layers).map(([file, { allowed }]) => [file, importing(file, allowed)]);
    const refused = planted
      .filter(({ at }) => !at.includes('#'))
      .map(({ at, file, name }) => [at, importing(file, [name])]);
    refusals = await refusalsOf(Object.fromEntries([...accepted, ...refused]));
  });

  test.each(Object.keys(layers))('%s may import its own', (file) => {
    expect(refusals.get(file)).toEqual([]);
  });

  test.each(planted.filter(({ at }) => !at.includes('#')))('$file may not import $name', ({ at }) => {
    expect(ruleNames(refusals.get(at))).toEqual(['noRestrictedImports']);
  });

  test.each(planted.filter(({ at }) => at.includes('#')))(
    '$file, at the root, may not import $name',
    async ({ file, name }) => {
      const alone = await refusalsOf({ [file]: importing(file, [name]) });
      expect(ruleNames(alone.get(file))).toEqual(['noRestrictedImports']);
    },
  );
});

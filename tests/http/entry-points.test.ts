import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listRoutes } from './entry-points.ts';

const root = path.join(import.meta.dirname, '..', '..');
const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next');

/** Every form in which somebody may write a page or a handler. */
const planted: Readonly<Record<string, string>> = {
  'package.json': '{ "type": "module" }',
  'next.config.js': `export default { typescript: { ignoreBuildErrors: true }, turbopack: { root: ${JSON.stringify(root)} } };`,
  'app/layout.tsx': 'export default ({ children }) => <html lang="en"><body>{children}</body></html>;',
  'app/(group)/old/page.jsx': 'export default function Old() { return null; }',
  'app/%5Funder/page.tsx': 'export default function Under() { return null; }',
  'app/api/plain/route.ts': "export function GET() { return new Response('leak'); }",
  'app/api/renamed/route.ts': "const h = () => new Response('leak');\nexport { h as GET, h as POST };",
  'app/api/taken/route.tsx': 'export const { DELETE } = { DELETE: () => new Response(null) };',
  'app/api/passed/[id]/route.js':
    "export * from '../../plain/route.ts';\nexport const HEAD = () => new Response(null);\nexport const OPTIONS = HEAD;",
  'pages/api/elsewhere.ts': "export default (_, answer) => answer.send('leak');",
};

let folder: string;
beforeAll(async () => {
  // Within the project, where the build finds the packages.
  await mkdir(path.join(root, '.tmp'), { recursive: true });
  folder = await mkdtemp(path.join(root, '.tmp', 'planted-'));
  for (const [name, text] of Object.entries(planted)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };
  await promisify(execFile)(process.execPath, [next, 'build', '--experimental-build-mode=compile'], {
    cwd: folder,
    env,
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a page or a handler is listed in whatever form it is written', () => {
  expect(
    listRoutes(folder)
      .map(({ name }) => name)
      .sort(),
  ).toEqual([
    'DELETE /api/taken',
    'GET /api/passed/[id]',
    'GET /api/plain',
    'GET /api/renamed',
    'HEAD /api/passed/[id]',
    'OPTIONS /api/passed/[id]',
    'POST /api/renamed',
    'page /_under',
    'page /api/elsewhere',
    'page /old',
  ]);
});

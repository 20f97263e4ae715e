import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..', '..');

/** What can be called from outside, named as in the table: `page /account`, `POST /api/session/sign-out`, `signInAction`. */
export type EntryPoint =
  | { kind: 'page'; name: string; route: string }
  | { kind: 'handler'; name: string; route: string; method: string }
  | { kind: 'action'; name: string; route: string; actionId: string };

/** What the framework itself puts into every build. */
const OF_THE_FRAMEWORK = [
  '/_not-found/page',
  '/_global-error/page',
  '/_app',
  '/_document',
  '/_error',
  '/404',
  '/500',
];

const METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Loads built handlers, `[entry, file]` each, as the server does, and prints which methods each of them exports. */
const PRINT_METHODS = `
const [handlers, methods] = JSON.parse(process.argv[1]);
const exported = async ([entry, file]) => {
  const { routeModule } = require(file);
  await routeModule.ensureUserland();
  return [entry, methods.filter((method) => method in routeModule.userland)];
};
Promise.all(handlers.map(exported)).then((all) => console.log(JSON.stringify(Object.fromEntries(all))));
`;

const serverFolder = (folder: string) => path.join(folder, '.next', 'server');

function manifestOf<Manifest>(folder: string, name: string): Manifest {
  return JSON.parse(readFileSync(path.join(serverFolder(folder), `${name}.json`), 'utf8')) as Manifest;
}

/** `/(clinic)/cases/[caseId]/page` → `/cases/[caseId]`. */
function routeOf(entry: string): string {
  const parts = path.posix.dirname(entry).split('/');
  return `/${parts.filter((part) => part !== '' && !/^\(\w+\)$|^@/.test(part)).join('/')}`;
}

/** The pages and route handlers that the build in a folder serves, whatever their files are called and say. */
export function listRoutes(folder: string): EntryPoint[] {
  const built = Object.entries({
    ...manifestOf<Record<string, string>>(folder, 'pages-manifest'),
    ...manifestOf<Record<string, string>>(folder, 'app-paths-manifest'),
  }).filter(([entry]) => !OF_THE_FRAMEWORK.includes(entry));
  const handlers = built
    .filter(([entry]) => entry.endsWith('/route'))
    .map(([entry, file]) => [entry, path.join(serverFolder(folder), file)]);
  const methods = methodsOf(folder, handlers);
  return built.flatMap(([entry]): EntryPoint[] => {
    const exported = methods[entry];
    if (exported === undefined) {
      const route = entry.endsWith('/page') ? routeOf(entry) : entry;
      return [{ kind: 'page', name: `page ${route}`, route }];
    }
    const route = routeOf(entry);
    return exported.map((method) => ({ kind: 'handler', name: `${method} ${route}`, route, method }));
  });
}

function methodsOf(folder: string, handlers: readonly (readonly string[])[]): Record<string, string[]> {
  const printed = execFileSync(process.execPath, ['-e', PRINT_METHODS, JSON.stringify([handlers, METHODS])], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production' },
    encoding: 'utf8',
  });
  return JSON.parse(printed) as Record<string, string[]>;
}

const filesUnder = (folder: string) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/')))
    .sort();

type Actions = Record<string, { exportedName: string; filename: string; workers: Record<string, unknown> }>;
type ActionManifest = { node: Actions; edge: Actions };

/** The exported server actions of lib/actions by name; `reachable` those that the build found a page to use. */
export function listActions(): { written: string[]; reachable: EntryPoint[] } {
  const written = filesUnder('lib/actions').flatMap((file) => {
    const source = readFileSync(path.join(root, file), 'utf8');
    if (!/^['"]use server['"]/.test(source)) return [];
    return [...source.matchAll(/^export async function (\w+)/gm)].map(([, name = '']) => name);
  });
  const { node, edge } = manifestOf<ActionManifest>(root, 'server-reference-manifest');
  const reachable = Object.entries({ ...node, ...edge }).map(([actionId, { exportedName, workers }]) => {
    const [page = ''] = Object.keys(workers).sort();
    return {
      kind: 'action',
      name: exportedName,
      route: routeOf(page.replace(/^app/, '')),
      actionId,
    } as const;
  });
  return { written, reachable };
}

/** Everything that the running server answers beside static files. */
export function listEntryPoints(): EntryPoint[] {
  return [...listRoutes(root), ...listActions().reachable];
}

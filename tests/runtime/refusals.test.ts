import { spawnSync } from 'node:child_process';
import { openSync, writeFileSync, writeSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '#scripts/database/connect.ts';
import { refusalForServer } from '#scripts/database/database-server.ts';
import { type Cluster, ensureDatabase, startCluster } from '#scripts/database/embedded-cluster.ts';
import { lockFolder } from '#scripts/system/folder-lock.ts';
import { findFreePort } from '#scripts/system/free-port.ts';
import { refusalFor } from '#scripts/system/refusal.ts';
import { cleanUp, makeFolder, start } from './program.ts';

let cluster: Cluster;

beforeAll(async () => {
  cluster = await startCluster({ folder: makeFolder(), durable: false });
});

afterAll(async () => {
  await cluster.stop();
  await cleanUp();
});

async function refusalOf(settings: Record<string, string>, args: string[] = []): Promise<string> {
  const port = String(await findFreePort());
  const running = start({ TURNWISE_DATA_DIR: makeFolder(), TURNWISE_PORT: port, ...settings }, args);
  expect(await running.ended).toBe(1);
  const lines = running.stderr().trimEnd().split('\n');
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toMatch(/\.[mc]?[jt]s:\d|node:|Error:/);
  return lines[0] ?? '';
}

const withDatabase = (url: string, change: (url: URL) => void) => {
  const changed = new URL(url);
  change(changed);
  return changed.href;
};

describe('a start that cannot go on says why in one sentence', () => {
  test.each([
    ['TURNWISE_PORT', 'http', 'whole number from 1 to 65535'],
    ['TURNWISE_PORT', '70000', 'whole number from 1 to 65535'],
    ['TURNWISE_URL', 'clinic.example', 'address people open'],
    ['TURNWISE_SECRET', 'short-secret', '32 random characters'],
    ['TURNWISE_LOG_LEVEL', 'loud', 'debug, info'],
    ['TURNWISE_CLOCK', '2026-03-01T08:00:00Z', 'real time'],
    ['DATABASE_URL', 'mysql://root:hidden@localhost/x', 'PostgreSQL address'],
  ])('bad value of %s: %s', async (name, value, advice) => {
    const sentence = await refusalOf({ [name]: value });
    expect(sentence).toContain(name);
    expect(sentence).toContain(advice);
    expect(sentence).not.toMatch(/hidden|short-secret/);
  });

  test('an argument that does not exist', async () => {
    expect(await refusalOf({}, ['--emtpy'])).toContain('--empty');
  });

  test('a port that is taken', async () => {
    const server = net.createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const sentence = await refusalOf({ TURNWISE_PORT: String(port) });
    server.close();
    expect(sentence).toContain(`The port ${port} (TURNWISE_PORT) is taken`);
  });

  test('an address that is not of this machine', async () => {
    expect(await refusalOf({ TURNWISE_HOST: '192.0.2.1' })).toContain('TURNWISE_HOST');
  });

  test('a data folder in use', async () => {
    const folder = makeFolder();
    const lock = lockFolder(folder, 'TURNWISE_DATA_DIR');
    const sentence = await refusalOf({ TURNWISE_DATA_DIR: folder });
    lock.release();
    expect(sentence).toContain('(TURNWISE_DATA_DIR) is in use by another running instance');
    expect(sentence).toContain(String(process.pid));
  });

  test('a data folder that is a file', async () => {
    const file = path.join(makeFolder(), 'file');
    writeFileSync(file, '');
    expect(await refusalOf({ TURNWISE_DATA_DIR: file })).toContain('TURNWISE_DATA_DIR');
  });

  test('a server that does not answer', async () => {
    const url = `postgresql://clinic:hidden@127.0.0.1:${await findFreePort()}/turnwise`;
    const sentence = await refusalOf({ DATABASE_URL: url });
    expect(sentence).toMatch(/^No PostgreSQL server answers at the server of DATABASE_URL/);
    expect(sentence).not.toContain('hidden');
  });

  test('a wrong password, a database that is not there, an encoding that loses names', async () => {
    const wrong = withDatabase(cluster.urlOf('postgres'), (url) => {
      url.password = 'hidden';
    });
    expect(await refusalOf({ DATABASE_URL: wrong })).toMatch(/password is not accepted .*DATABASE_URL/);
    expect(await refusalOf({ DATABASE_URL: cluster.urlOf('absent') })).toMatch(
      /does not exist .*DATABASE_URL/,
    );
    const client = await connect(cluster.urlOf('postgres'));
    await client.query(
      `CREATE DATABASE old_letters TEMPLATE template0 ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C'`,
    );
    await client.end();
    expect(await refusalOf({ DATABASE_URL: cluster.urlOf('old_letters') })).toContain('LATIN1');
  });

  test('a database of a newer version of the software', async () => {
    await ensureDatabase(cluster, 'newer');
    const client = await connect(cluster.urlOf('newer'));
    await client.query(`CREATE TABLE _prisma_migrations (id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL,
      finished_at timestamptz, migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
      started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`);
    await client.query(
      `INSERT INTO _prisma_migrations VALUES ('1', 'x', now(), '9999_later', NULL, NULL, now(), 1)`,
    );
    await client.end();
    expect(await refusalOf({ DATABASE_URL: cluster.urlOf('newer') })).toContain('newer version');
  });

  test('servers too old, read-only or new', () => {
    const server = { version: 150_000, encoding: 'UTF8', standby: false };
    expect(refusalForServer(server, 'db:5432/x')).toBeUndefined();
    expect(refusalForServer({ ...server, version: 180_004 }, 'db:5432/x')).toBeUndefined();
    expect(refusalForServer({ ...server, version: 140_012 }, 'db:5432/x')).toMatch(
      /DATABASE_URL .*PostgreSQL 14.*too old/,
    );
    expect(refusalForServer({ ...server, standby: true }, 'db:5432/x')).toContain('standby');
  });
});

describe('a full disk', () => {
  const context = { dataDir: '/srv/turnwise' };

  test.runIf(process.platform === 'linux')('a write that finds no space', () => {
    const full = openSync('/dev/full', 'w');
    let error: unknown;
    try {
      writeSync(full, 'x');
    } catch (thrown) {
      error = thrown;
    }
    expect(refusalFor(error, context).message).toMatch(/^No space is left .*TURNWISE_DATA_DIR/);
  });

  test('what the database says, embedded or on a server', () => {
    const fromServer = Object.assign(new Error('could not extend file'), { code: '53100' });
    expect(refusalFor(fromServer, { ...context, databaseUrl: 'postgresql://u:hidden@db/x' }).message).toMatch(
      /^No space is left on the disk of the server of DATABASE_URL \(db:5432\/x\)/,
    );
    const fromInitdb = new Error(
      'running bootstrap script ...\ninitdb: error: could not write: No space left on device',
    );
    expect(refusalFor(fromInitdb, context).message).toMatch(/^No space is left .*TURNWISE_DATA_DIR/);
  });

  // A file system of 12 MB inside a mount namespace of its own; systems that allow neither have the tests above.
  const script = 'mount -t tmpfs -o size=12m none "$0" && exec "$@"';
  const namespace = process.getuid?.() === 0 ? ['-m'] : ['-Urm'];
  const canMount = spawnSync('unshare', [...namespace, 'sh', '-c', script, '/mnt', 'true']).status === 0;

  test.runIf(canMount)('a first start on a small disk keeps nothing half done', async () => {
    const folder = makeFolder();
    const result = spawnSync(
      'unshare',
      [
        ...namespace,
        'sh',
        '-c',
        `mount -t tmpfs -o size=12m,mode=755 none "$0" && "$@"; echo "exit $?"; ls -A "$0"`,
        folder,
        process.execPath,
        '--import',
        'tsx',
        'scripts/start.ts',
      ],
      {
        encoding: 'utf8',
        env: {
          PATH: process.env.PATH,
          TURNWISE_DATA_DIR: folder,
          TURNWISE_PORT: String(await findFreePort()),
          NODE_ENV: 'test',
        },
      },
    );
    expect(result.stderr).toMatch(/^No space is left [^\n]*\(TURNWISE_DATA_DIR\)[^\n]*\n$/);
    expect(result.stdout).toContain('exit 1');
    expect(result.stdout).not.toMatch(/pg18|turnwise\.lock/);
  });
});

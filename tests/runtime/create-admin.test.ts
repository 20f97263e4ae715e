import { spawn } from 'node:child_process';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { connect } from '#scripts/database/connect.ts';
import { ensureDatabase, startCluster } from '#scripts/database/embedded-cluster.ts';
import { applyMigrations } from '#scripts/migrate.ts';
import { lockFolder } from '#scripts/system/folder-lock.ts';
import { cleanUp, makeFolder } from './program.ts';

afterAll(cleanUp);

const root = path.join(import.meta.dirname, '..', '..');
const ada = [
  '--email',
  'Ada@North.example',
  '--name',
  'Ada Winter',
  '--clinic',
  'North Clinic',
  '--zone',
  'Europe/London',
];
const goodPassword = 'correct horse battery';

async function createAdmin(dataDir: string, args: string[], typed: string) {
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'scripts/create-admin.ts', ...args],
    { cwd: root, env: { PATH: process.env.PATH, NODE_ENV: 'production', TURNWISE_DATA_DIR: dataDir } },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  child.stdin.end(typed);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, said: said.trim() };
}

test('the first administrator is made on a folder where nothing runs, and once', async () => {
  const folder = path.join(makeFolder(), 'data');
  const made = await createAdmin(folder, ada, `${goodPassword}\n`);
  expect(made).toEqual({
    code: 0,
    said: expect.stringContaining('Ada Winter is administrator of North Clinic'),
  });
  const again = await createAdmin(folder, ada, `${goodPassword}\n`);
  expect(again.code).toBe(1);
  expect(again.said).toMatch(
    /^A person with the address ada@north\.example is there already; nothing was written\.$/,
  );
});

test('it is made in the database of a running instance', async () => {
  const folder = makeFolder();
  const lock = lockFolder(folder, 'TURNWISE_DATA_DIR');
  const cluster = await startCluster({ folder, durable: false });
  await ensureDatabase(cluster, 'turnwise');
  await applyMigrations(cluster.urlOf('turnwise'));
  expect((await createAdmin(folder, ada, goodPassword)).code).toBe(0);
  const client = await connect(cluster.urlOf('turnwise'));
  const { rows } = await client.query(
    `SELECT email, role, slug, password_hash LIKE '$argon2id$%' AS hashed
     FROM person JOIN membership ON person_id = person.id JOIN clinic ON clinic.id = clinic_id`,
  );
  await client.end();
  await cluster.stop();
  lock.release();
  expect(rows).toEqual([
    { email: 'ada@north.example', role: 'administrator', slug: 'north-clinic', hashed: true },
  ]);
});

test.each([
  ['a short password', ada, 'short', /^The password has fewer than 12 characters; nothing was written\.$/],
  ['no password', ada, '', /^The password has fewer than 12 characters/],
  ['a missing name', ada.toSpliced(2, 2), goodPassword, /^--name is missing/],
  [
    'a zone that does not exist',
    [...ada.slice(0, -1), 'Europe/Lodnon'],
    goodPassword,
    /^--zone is no time zone/,
  ],
  [
    'an address that is none',
    ['--email', 'ada', ...ada.slice(2)],
    goodPassword,
    /^--email is missing or no e-mail address/,
  ],
  ['a password as an argument', [...ada, '--password', goodPassword], '', /^Use it so: npm run admin:create/],
])('refused in one sentence: %s', async (_, args, typed, sentence) => {
  const { code, said } = await createAdmin(path.join(makeFolder(), 'data'), args, typed);
  expect(code).toBe(1);
  expect(said).toMatch(sentence);
  expect(said.split('\n')).toHaveLength(1);
});

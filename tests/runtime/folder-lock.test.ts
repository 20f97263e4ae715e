import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { lockFolder } from '#scripts/system/folder-lock.ts';
import { processIdentity } from '#scripts/system/process-identity.ts';
import { cleanUp, makeFolder } from './program.ts';

afterAll(cleanUp);

const take = (folder: string) => lockFolder(folder, 'TURNWISE_DATA_DIR');

test('a folder is taken once and can be taken again when given back', () => {
  const folder = makeFolder();
  const lock = take(folder);
  expect(() => take(folder)).toThrow(/in use by another running instance/);
  lock.release();
  take(folder).release();
  expect(readdirSync(folder)).toEqual([]);
});

test.each(['', 'not json', '{"pid":1}', JSON.stringify({ pid: process.pid, identity: 'another boot' })])(
  'a lock that nobody living holds is replaced: %s',
  (content) => {
    const folder = makeFolder();
    writeFileSync(path.join(folder, 'turnwise.lock'), content);
    take(folder).release();
    expect(existsSync(path.join(folder, 'turnwise.lock'))).toBe(false);
  },
);

test('the lock of a killed process is replaced', () => {
  const folder = makeFolder();
  const { pid } = spawnSync(process.execPath, ['-e', '0']);
  writeFileSync(path.join(folder, 'turnwise.lock'), JSON.stringify({ pid, identity: 'x' }));
  expect(processIdentity(pid)).toBeUndefined();
  take(folder).release();
});

test('of many that find a stale lock at once, one takes the folder', async () => {
  const folder = makeFolder();
  writeFileSync(path.join(folder, 'turnwise.lock'), '{}');
  const program = `import { lockFolder } from '#scripts/system/folder-lock.ts';
    try { lockFolder(process.env.FOLDER, 'X'); console.log('taken'); setTimeout(() => {}, 3000); } catch { console.log('refused'); }`;
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => {
      const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
        env: { ...process.env, FOLDER: folder },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      return new Promise<string>((resolve) => {
        child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
      });
    }),
  );
  expect(answers.filter((answer) => answer === 'taken')).toHaveLength(1);
});

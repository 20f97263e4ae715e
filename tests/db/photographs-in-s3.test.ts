import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import S3rver from '@20minutes/s3rver';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readImage } from '#lib/data/photograph-store.ts';
import { findPhotograph, listPhotographs } from '#lib/data/photographs.ts';
import { pool } from '#lib/data/pool.ts';
import { recordPhotograph } from '#lib/operations/record-photograph.ts';
import { DAY_MS, type RecordedCase, recordCase } from '#tests/factories/recorded-case.ts';
import { newPhotograph, recordPhotographOf, smallImage } from '#tests/factories/recorded-photograph.ts';
import { type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';

const now = Date.UTC(2026, 2, 10, 12);
let folder: string;
let store: S3rver;
let staff: Staff;
let recorded: RecordedCase;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'turnwise-s3-'));
  const configureBuckets = [{ name: 'photographs', configs: [] }];
  const options = { address: '127.0.0.1', port: 0, silent: true, directory: folder, configureBuckets };
  store = new S3rver(options);
  const { port } = await store.run();
  // Read once by this process, at the first query below.
  process.env.TURNWISE_S3_URL = `http://127.0.0.1:${port}/photographs`;
  process.env.TURNWISE_S3_KEY_ID = 'S3RVER';
  process.env.TURNWISE_S3_SECRET = 'S3RVER';
  staff = await staffClinic('north', now - 100 * DAY_MS);
  recorded = await recordCase(staff, now);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const objects = async () =>
  (await readdir(path.join(folder, 'photographs'), { recursive: true })).filter((name) => /jpg/.test(name));

test('a picture goes to the bucket that the settings name and is read back from it, not from the database', async () => {
  const { caseId } = recorded;
  const image = await smallImage();
  const photographId = await recordPhotographOf(staff.nurse, caseId, now);
  const found = await findPhotograph({ caseId, photographId });
  expect(found?.store).toBe('s3');
  const { rows } = await pool().query('SELECT FROM photograph_image');
  expect(rows).toHaveLength(0);
  expect(await objects()).not.toHaveLength(0);
  for (const size of ['full', 'thumbnail'] as const) {
    const read = await readImage('s3', { caseId, photographId, digest: found?.digest ?? '', size });
    expect(Buffer.compare(read ?? Buffer.alloc(0), image[size])).toBe(0);
  }
});

test('what is not the picture that was kept, or is not there, is nothing', async () => {
  const { caseId } = recorded;
  const photographId = await recordPhotographOf(staff.nurse, caseId, now);
  const digest = (await findPhotograph({ caseId, photographId }))?.digest ?? '';
  const other = digest.replace(/^./, (first) => (first === '0' ? '1' : '0'));
  expect(await readImage('s3', { caseId, photographId, digest: other, size: 'full' })).toBeNull();
  expect(await readImage('database', { caseId, photographId, digest, size: 'full' })).toBeNull();
});

test('nobody reads the bucket without the key', async () => {
  const [name = ''] = await objects();
  const key = name.replace(/\._S3rver_object$/, '');
  const plain = await fetch(`${process.env.TURNWISE_S3_URL}/${key}`, {
    headers: {
      authorization:
        'AWS4-HMAC-SHA256 Credential=S3RVER/20260310/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0',
    },
  });
  expect(plain.status).toBeGreaterThanOrEqual(400);
});

test('nothing is kept while the store does not answer', async () => {
  const { caseId } = recorded;
  const before = await listPhotographs(caseId);
  await store.close();
  const input = newPhotograph(now);
  const image = await smallImage();
  const result = await recordPhotograph({ actor: staff.nurse, caseId, input, image, fileDigest: 'a', now });
  expect(result).toEqual({ ok: false, reason: { kind: 'store-away' } });
  expect(await listPhotographs(caseId)).toEqual(before);
});

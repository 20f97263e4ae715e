import { request } from 'node:http';
import ExifReader from 'exifreader';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#lib/data/new-id.ts';
import { pool } from '#lib/data/pool.ts';
import { randomOf } from '#seed/random.ts';
import { malformed, PLANTED, photographFile, withSegments } from '#tests/factories/photograph-files.ts';
import { useDatabase } from '#tests/setup/database.ts';
import { type Caller, send } from './call.ts';
import { type RunningServer, startServer } from './running-server.ts';
import { makeTwoClinics, sessionCookie, type TwoClinics } from './two-clinics.ts';

const database = useDatabase();
let server: RunningServer;
let clinics: TwoClinics;
let nurse: Caller;
let address: string;

beforeAll(async () => {
  await database.reset();
  server = await startServer();
  clinics = await makeTwoClinics();
  nurse = { origin: server.origin, cookie: await sessionCookie(clinics.north, 'nurse') };
  address = `/api/cases/${clinics.caseId}/photographs`;
});
afterAll(() => server.stop());

type Sent = { file: Buffer; type?: string; takenDay?: string; note?: string; id?: string };

const yesterday = () => new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

function formOf({ file, type = '', takenDay = yesterday(), note = '', id = newId() }: Sent): FormData {
  const form = new FormData();
  form.append('photographId', id);
  form.append('takenDay', takenDay);
  form.append('deviceId', '');
  form.append('complicationId', '');
  form.append('note', note);
  form.append('file', new Blob([Uint8Array.from(file)], { type }), 'IMG_0001.jpg');
  return form;
}

const upload = (sent: Sent, caller = nurse, accept = 'application/json') =>
  send(caller, address, { method: 'POST', body: formOf(sent), headers: { accept } });

const countPhotographs = async () => {
  const { rows } = await pool().query('SELECT FROM photograph');
  return rows.length;
};

test('a photograph that was sent comes back without its metadata, to whoever may see it and to nobody else', async () => {
  const response = await upload({ file: withSegments(await photographFile('jpeg')), type: 'image/jpeg' });
  expect(response.status).toBe(201);
  const { id } = (await response.json()) as { id: string };
  for (const query of ['', '?size=thumbnail']) {
    const picture = await send(nurse, `${address}/${id}${query}`, {});
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(picture.headers.get('cache-control')).toContain('no-store');
    const bytes = Buffer.from(await picture.arrayBuffer());
    const { file, jfif, FileType, ...others } = ExifReader.load(bytes, {
      expanded: true,
    }) as object as Record<string, unknown>;
    expect(others).toEqual({});
    expect(bytes.includes(PLANTED)).toBe(false);
  }
  const callers: [string, Caller, number][] = [
    ['nobody', { origin: server.origin }, 401],
    ['a scheduler', { origin: server.origin, cookie: await sessionCookie(clinics.north, 'scheduler') }, 403],
    [
      'a surgeon elsewhere',
      { origin: server.origin, cookie: await sessionCookie(clinics.south, 'surgeon') },
      404,
    ],
  ];
  for (const [who, caller, status] of callers) {
    const refused = await send(caller, `${address}/${id}`, {});
    expect([who, refused.status]).toEqual([who, status]);
    expect(refused.headers.get('content-type')).toContain('json');
  }
  for (const guess of [newId(), 'x', '%00', `${id}x`]) {
    expect((await send(nurse, `${address}/${guess}`, {})).status, guess).toBe(404);
  }
  const { rows } = await pool().query(`SELECT FROM audit_event WHERE event = 'photograph.read'`);
  expect(rows).toHaveLength(1);
});

test('malformed files and forms are answered with a reason, never with a fault', async () => {
  const random = randomOf('malformed uploads');
  const whole = withSegments(await photographFile('jpeg'));
  const before = await countPhotographs();
  let kept = 0;
  for (let count = 0; count < 40; count++) {
    const response = await upload({ file: malformed(whole, random) });
    expect([201, 415, 422]).toContain(response.status);
    if (response.status === 201) kept += 1;
    else expect(await response.json()).toMatchObject({ kind: 'refused' });
  }
  const bodies: [string, string][] = [
    ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="file"\r\n'],
    ['multipart/form-data', 'nothing'],
    ['multipart/form-data; boundary=x', ''],
    ['application/json', '{"file":1}'],
    ['text/plain', '\0'],
    ['application/x-www-form-urlencoded', 'photographId=1&takenDay=2026-13-99&file=x'],
  ];
  for (const [type, body] of bodies) {
    const headers = { 'content-type': type, accept: 'application/json' };
    const response = await send(nurse, address, { method: 'POST', headers, body });
    expect(response.status, body).toBe(422);
  }
  expect(await countPhotographs()).toBe(before + kept);
});

test('a form without scripts is led back to the page, which says what was wrong and keeps what was typed', async () => {
  const page = 'text/html,application/xhtml+xml';
  const sent = { file: Buffer.from('%PDF-1.7'), type: 'application/pdf', note: 'thin skin, left' };
  const refused = await upload(sent, nurse, page);
  const location = `/cases/${clinics.caseId}/photographs?refused=not-a-photograph#add`;
  expect([refused.status, refused.headers.get('location')]).toEqual([303, location]);
  const typed = refused.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  expect(refused.headers.getSetCookie()[0]).toMatch(
    /; Path=\/cases\/[0-9a-f-]+\/photographs; .*HttpOnly; SameSite=Lax/,
  );
  const caller = { ...nurse, cookie: `${nurse.cookie}; ${typed}` };
  const shown = await (await send(caller, location.replace('#add', ''), {})).text();
  expect(shown).toContain('This is neither a JPEG nor a PNG file.');
  expect(shown).toContain('thin skin, left');
  const good = await upload({ file: await photographFile('png'), type: 'image/png' }, nurse, page);
  expect([good.status, good.headers.get('location')]).toEqual([
    303,
    `/cases/${clinics.caseId}/photographs?saved=1`,
  ]);
  const nobody = await upload(sent, { origin: server.origin }, page);
  expect(nobody.headers.get('location')).toContain('/sign-in?next=%2Fcases%2F');
});

/** Sends a body that never ends; resolves with the answer and how many bytes had gone out by then. */
function pour(headers: Record<string, string>): Promise<{ status: number; sentBytes: number }> {
  return new Promise((resolve, reject) => {
    let sentBytes = 0;
    let isOver = false;
    const url = new URL(address, server.origin);
    const all = { ...headers, cookie: nurse.cookie ?? '', 'sec-fetch-site': 'same-origin' };
    const sending = request(url, { method: 'POST', headers: all }, (response) => {
      isOver = true;
      resolve({ status: response.statusCode ?? 0, sentBytes });
      sending.destroy();
    });
    sending.on('error', (error) => (isOver ? undefined : reject(error)));
    const chunk = Buffer.alloc(64 * 1024, 65);
    const write = () => {
      while (!isOver && sentBytes < 2 ** 31) {
        sentBytes += chunk.length;
        if (!sending.write(chunk)) return void sending.once('drain', write);
      }
      if (!isOver) sending.end();
    };
    write();
  });
}

test('two gigabytes are refused before more than a few have been taken in', async () => {
  const type = { 'content-type': 'multipart/form-data; boundary=x' };
  const announced = await pour({ ...type, 'content-length': String(2 ** 31) });
  expect(announced.status).toBe(413);
  const unannounced = await pour({ ...type, 'transfer-encoding': 'chunked' });
  expect(unannounced.status).toBe(413);
  for (const { sentBytes } of [announced, unannounced]) expect(sentBytes).toBeLessThan(64 * 1024 * 1024);
});

test('fifteen megabytes arrive whole, and a byte more is refused', async () => {
  const jpeg = await photographFile('jpeg');
  const padded = (length: number) => Buffer.concat([jpeg, Buffer.alloc(length - jpeg.length)]);
  expect((await upload({ file: padded(15 * 1024 * 1024) })).status).toBe(201);
  expect((await upload({ file: padded(15 * 1024 * 1024 + 1) })).status).toBe(413);
});

/** Begins an upload of which nothing more comes, until `stop`; resolves with the status of an answer, if there is one. */
function stall(caller: Caller) {
  const headers = {
    cookie: caller.cookie,
    accept: 'application/json',
    'content-type': 'multipart/form-data; boundary=x',
    'content-length': 1_000_000,
    'sec-fetch-site': 'same-origin',
  };
  const sending = request(new URL(address, server.origin), { method: 'POST', headers, agent: false });
  const answer = new Promise<number>((resolve) => {
    sending.on('response', (response) => resolve(response.resume().statusCode ?? 0));
    sending.on('error', () => resolve(0));
  });
  sending.write('--x');
  return { answer, stop: () => sending.destroy() };
}

test('uploads of one person that stall keep nobody else waiting, and the person until they are over', async () => {
  const surgeon = { ...nurse, cookie: await sessionCookie(clinics.north, 'surgeon') };
  const stalled = Array.from({ length: 4 }, () => stall(surgeon));
  const answers: number[] = [];
  for (const { answer } of stalled) void answer.then((status) => answers.push(status));
  await expect.poll(() => answers).toEqual([429, 429, 429]);
  const sent = { file: await photographFile('jpeg') };
  const again = await upload(sent, surgeon);
  expect([again.status, await again.json()]).toEqual([429, { kind: 'refused', refusal: 'one-at-a-time' }]);
  expect((await upload(sent)).status).toBe(201);
  for (const { stop } of stalled) stop();
  await expect.poll(async () => (await upload(sent, surgeon)).status).toBe(201);
});

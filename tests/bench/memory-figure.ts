import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isoDay } from '#lib/domain/case-day.ts';
import { rowText } from '#lib/schemas/turn-row.ts';
import type { BenchClinic } from './bench-clinic.ts';
import type { Client } from './client.ts';
import type { Figure } from './figure.ts';
import { lastReport } from './last-report.ts';
import { siteFolder } from './site.ts';
import type { WrittenCase } from './write-case.ts';

const REQUESTS = 10_000;
const AT_ONCE = 8;

/** Of ten requests, one records a turn and the others show pages of the worklist and of cases. */
function requestOf(index: number, client: Client, clinic: BenchClinic, action: string): Promise<void> {
  const { others, unfinished } = clinic;
  const written = unfinished[index % unfinished.length];
  if (index % 10 === 9) return recordTurn(client, written, action);
  if (index % 2 === 0) return client.open(index % 4 === 0 ? '/' : `/?page=${1 + (index % 40)}`);
  const caseId = index % 4 === 1 ? written?.caseId : others[index % others.length];
  return client.open(`/cases/${caseId}`);
}

/** The resident memory of the server's process after 10,000 requests, eight at a time. */
export async function measureMemory(client: Client, clinic: BenchClinic): Promise<Figure> {
  const before = await readMemory(client);
  const action = findAction('recordCallAction');
  let next = 0;
  const work = async () => {
    while (next < REQUESTS) await requestOf(next++, client, clinic, action);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const detail = `${(before / 1e6).toFixed(0)} MB before them`;
  const value = (await readMemory(client)) / 1e6;
  return {
    name: 'memory of the server after 10,000 requests',
    value,
    unit: 'MB',
    must: 350,
    aim: 250,
    detail,
  };
}

const readMemory = async (client: Client) => Number(await client.read('/bench/memory'));

/** One more turn in the last slot, as the form of a phone call sends it. */
async function recordTurn(client: Client, written: WrittenCase | undefined, action: string): Promise<void> {
  if (!written) throw new Error('there is no case to record a turn of');
  const { caseId } = written;
  const { id: reportId, deviceId, day, slot } = lastReport(written);
  const said = { key: 'a', reportId, deviceId, day: isoDay(day), slot: String(slot) };
  const row = rowText({ ...said, expectedCenti: 50, minute: null });
  const fields = { caseId, row, 'outcome.a': 'extra', 'amount.a': '0.5' };
  await client.act(`/cases/${caseId}/turns/call`, action, fields);
}

/** The id under which the build of the copy answers a server action. */
function findAction(name: string): string {
  const manifest = path.join(siteFolder, '.next', 'server', 'server-reference-manifest.json');
  const { node } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    node: Record<string, { exportedName: string }>;
  };
  const found = Object.entries(node).find(([, { exportedName }]) => exportedName === name);
  if (!found) throw new Error(`the build has no action ${name}`);
  return found[0];
}

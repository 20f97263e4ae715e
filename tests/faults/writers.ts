import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { newId } from '#lib/data/new-id.ts';
import { isoDay } from '#lib/domain/case-day.ts';
import { rowText } from '#lib/schemas/turn-row.ts';
import { type Client, makeClient } from '#tests/bench/client.ts';
import type { RecordedCase } from '#tests/factories/recorded-case.ts';
import { waitFor } from '#tests/runtime/program.ts';

const WRITERS = 8;
const PAUSE_MS = 50;
const manifest = path.join(
  import.meta.dirname,
  '..',
  '..',
  '.next',
  'server',
  'server-reference-manifest.json',
);

/** The id under which the build answers the form of a phone call. */
function callAction(): string {
  const { node } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    node: Record<string, { exportedName: string }>;
  };
  const found = Object.entries(node).find(([, { exportedName }]) => exportedName === 'recordCallAction');
  if (!found) throw new Error('the build has no form of a phone call');
  return found[0];
}

/** Sends one more turn of a case as the form of a phone call does; rejects unless the server says that it is kept. */
async function sendTurn(client: Client, written: RecordedCase, reportId: string): Promise<void> {
  const { caseId, deviceIds, firstDay } = written;
  const said = { key: 'a', reportId, deviceId: deviceIds[0] ?? '', day: isoDay(firstDay), slot: '1' };
  const row = rowText({ ...said, expectedCenti: 100, minute: null });
  const fields = { caseId, row, 'outcome.a': 'extra', 'amount.a': '1' };
  await client.act(`/cases/${caseId}/turns/call`, callAction(), fields);
}

/** Writers that go on through every fault: what is not acknowledged they send again, under the same id. */
export type Writers = {
  /** The reports that the server said it keeps. */
  acknowledged: string[];
  /** Resolves once so many more than now are acknowledged. */
  goOnFor: (count: number) => Promise<void>;
  /** Sends these again, as a phone does that heard no answer. */
  repeat: (ids: readonly string[]) => Promise<void>;
  /** Resolves when each writer has had its answer to what it was sending. */
  stop: () => Promise<void>;
};

/** Lets eight writers record turns of these cases. */
export function startWriters(origin: string, cookie: string, cases: readonly RecordedCase[]): Writers {
  const client = makeClient(origin, cookie, WRITERS);
  const acknowledged: string[] = [];
  const caseOf = new Map<string, RecordedCase>();
  let isOver = false;
  const send = async (written: RecordedCase, id: string) => {
    caseOf.set(id, written);
    for (;;) {
      const isKept = await sendTurn(client, written, id).then(
        () => true,
        () => false,
      );
      if (isKept) return;
      await delay(PAUSE_MS);
    }
  };
  const write = async (index: number) => {
    const written = cases[index % cases.length];
    if (!written) throw new Error('there is no case to write to');
    while (!isOver) {
      const id = newId();
      await send(written, id);
      acknowledged.push(id);
    }
  };
  const writing = Promise.all(Array.from({ length: WRITERS }, (_, index) => write(index)));
  return {
    acknowledged,
    goOnFor: (count) => {
      const wanted = acknowledged.length + count;
      return waitFor(() => acknowledged.length >= wanted, 60_000);
    },
    repeat: async (ids) => {
      for (const id of ids) {
        const written = caseOf.get(id);
        if (written) await send(written, id);
      }
    },
    stop: async () => {
      isOver = true;
      await writing;
      client.close();
    },
  };
}

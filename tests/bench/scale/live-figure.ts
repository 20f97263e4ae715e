import http from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { newToken } from '#lib/auth/token.ts';
import { insertSession } from '#lib/data/sessions.ts';
import { HOUR_MS } from '#lib/domain/units.ts';
import { recordTurnReports } from '#lib/operations/record-turn-reports.ts';
import type { BenchClinic } from '#tests/bench/bench-clinic.ts';
import type { Figure } from '#tests/bench/figure.ts';
import { lastReport } from '#tests/bench/last-report.ts';
import { percentile } from '#tests/bench/rounds.ts';
import { BENCH_AS_OF } from '#tests/factories/bench-case.ts';
import { accepted } from '#tests/factories/recorded-case.ts';
import type { Staff } from '#tests/factories/staffed-clinic.ts';

const DASHBOARDS = 200;
const TURNS = 20;
const LIMIT_MS = 20_000;

/** An open worklist that shows a case: it hears of a change and asks for that line, as the page in a browser does. */
type Dashboard = { shows: (caseId: string) => Promise<void>; close: () => void };

async function openDashboard(origin: string, { nurse }: Staff): Promise<Dashboard> {
  const { token, tokenHash } = newToken();
  const createdAt = BENCH_AS_OF;
  await insertSession({ tokenHash, personId: nurse.personId, createdAt, expiresAt: createdAt + 8 * HOUR_MS });
  const agent = new http.Agent({ keepAlive: true, maxSockets: 2 });
  const asked = { agent, headers: { cookie: `turnwise-session=${token}`, 'sec-fetch-site': 'same-origin' } };
  const waiting = new Map<string, () => void>();
  const read = (path: string) =>
    new Promise<void>((resolve, reject) => {
      const request = http.get(origin + path, asked, (response) => {
        response.resume();
        response.on('end', () => (response.statusCode === 200 ? resolve() : reject(new Error(path))));
      });
      request.on('error', reject);
    });
  const stream = await new Promise<http.IncomingMessage>((resolve, reject) => {
    http.get(`${origin}/api/case-changes`, asked, resolve).on('error', reject);
  });
  if (stream.statusCode !== 200) throw new Error(`the stream answers ${stream.statusCode}`);
  const hear = (caseId: string) => {
    const shown = waiting.get(caseId);
    if (shown) void read(`/api/worklist-rows?cases=${caseId}`).then(shown);
  };
  await new Promise<void>((resolve) => {
    stream.on('data', (chunk: Buffer) => {
      const text = chunk.toString();
      if (text.includes('data:')) resolve();
      for (const [caseId] of text.matchAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)) hear(caseId);
    });
  });
  return {
    shows: (caseId) =>
      new Promise((resolve, reject) => {
        const tooLate = setTimeout(() => reject(new Error('a dashboard was not told')), LIMIT_MS);
        waiting.set(caseId, () => {
          clearTimeout(tooLate);
          waiting.delete(caseId);
          resolve();
        });
      }),
    close: () => {
      stream.destroy();
      agent.destroy();
    },
  };
}

/**
 * A turn recorded by another process, on a case that every dashboard shows: from the start of its write until each has
 * the line as it is now.
 */
export async function measureLive(origin: string, { staff, unfinished }: BenchClinic): Promise<Figure> {
  const dashboards: Dashboard[] = [];
  for (let index = 0; index < DASHBOARDS; index++) dashboards.push(await openDashboard(origin, staff));
  const times: number[] = [];
  for (const written of unfinished.slice(-TURNS)) {
    const { caseId } = written;
    const startedAt = performance.now();
    const shown = dashboards.map(async ({ shows }) => {
      await shows(caseId);
      times.push(performance.now() - startedAt);
    });
    const input = { reports: [lastReport(written)] };
    accepted(await recordTurnReports({ actor: staff.nurse, caseId, input, now: BENCH_AS_OF }));
    await Promise.all(shown);
    await delay(300);
  }
  for (const { close } of dashboards) close();
  return {
    name: `turn recorded → other screen shows it, p95 with ${DASHBOARDS} open dashboards`,
    value: percentile(times, 0.95),
    unit: 'ms',
    must: 1_000,
    aim: 250,
    detail: `${TURNS} turns, all ${DASHBOARDS} show the case: median ${percentile(times, 0.5).toFixed(0)} ms`,
  };
}

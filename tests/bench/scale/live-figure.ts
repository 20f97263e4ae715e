import http from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { CaseNews } from '#lib/loaders/tell-watchers.ts';
import { recordTurnReports } from '#lib/operations/record-turn-reports.ts';
import type { BenchClinic } from '#tests/bench/bench-clinic.ts';
import type { Figure } from '#tests/bench/figure.ts';
import { lastReport } from '#tests/bench/last-report.ts';
import { percentile } from '#tests/bench/rounds.ts';
import { BENCH_AS_OF } from '#tests/factories/bench-case.ts';
import { openedSession } from '#tests/factories/opened-session.ts';
import { accepted } from '#tests/factories/recorded-case.ts';
import type { Staff } from '#tests/factories/staffed-clinic.ts';

const DASHBOARDS = 200;
const LINES = 50;
const TURNS = 20;
const LIMIT_MS = 20_000;

/** An open worklist that shows some cases: it is sent the line of one that changed, as the page in a browser is. */
type Dashboard = { shows: (caseId: string) => Promise<void>; close: () => void };

async function openDashboard(
  origin: string,
  { nurse }: Staff,
  caseIds: readonly string[],
): Promise<Dashboard> {
  const { cookie } = await openedSession(nurse.personId, BENCH_AS_OF);
  const agent = new http.Agent({ keepAlive: true });
  const asked = { agent, headers: { cookie, 'sec-fetch-site': 'same-origin' } };
  const waiting = new Map<string, () => void>();
  const stream = await new Promise<http.IncomingMessage>((resolve, reject) => {
    const address = `${origin}/api/case-changes?lines=${caseIds}`;
    http.get(address, asked, resolve).on('error', reject);
  });
  if (stream.statusCode !== 200) throw new Error(`the stream answers ${stream.statusCode}`);
  await new Promise<void>((opened) => {
    let unread = '';
    stream.on('data', (chunk: Buffer) => {
      const events = (unread + chunk.toString()).split('\n\n');
      unread = events.pop() ?? '';
      for (const event of events) {
        const data = /^data: (.*)$/m.exec(event)?.[1];
        if (data === undefined) continue;
        opened();
        const { worklist } = JSON.parse(data) as CaseNews;
        for (const { caseId } of worklist?.rows ?? []) waiting.get(caseId)?.();
      }
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
  const shownCases = unfinished.slice(-LINES);
  const caseIds = shownCases.map(({ caseId }) => caseId);
  const dashboards: Dashboard[] = [];
  for (let index = 0; index < DASHBOARDS; index++)
    dashboards.push(await openDashboard(origin, staff, caseIds));
  const times: number[] = [];
  for (const written of shownCases.slice(-TURNS)) {
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

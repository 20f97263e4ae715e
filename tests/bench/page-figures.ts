import { gzipSync } from 'node:zlib';
import type { BenchClinic } from './bench-clinic.ts';
import type { Client } from './client.ts';
import type { Figure } from './figure.ts';
import { type Compared, compare } from './rounds.ts';

const ROUNDS = { rounds: 15, callsPerRound: 12, warmUp: 100 };

const shares = ({ subjectMs, limitMs }: Compared) => `${subjectMs.toFixed(1)} ms ÷ ${limitMs.toFixed(1)} ms`;

/** The case page against the rows that it is made of, fetched by plain SQL in a page that shows nothing. */
export async function measureCasePage(client: Client, { full }: BenchClinic): Promise<Figure> {
  const compared = await compare({
    ...ROUNDS,
    subject: () => client.open(`/cases/${full.caseId}`),
    limit: () => client.open(`/bench/rows/${full.caseId}`),
  });
  const name = 'case page ÷ (empty page + plain SQL for its rows)';
  return { name, value: compared.ratio, unit: '×', must: 1.5, aim: 1.2, detail: shares(compared) };
}

/** The first page of the worklist against a page that looks one case up by its primary key. */
export async function measureWorklist(client: Client, { full }: BenchClinic): Promise<Figure> {
  const compared = await compare({
    ...ROUNDS,
    subject: () => client.open('/'),
    limit: () => client.open(`/bench/look-up/${full.caseId}`),
  });
  const name = 'worklist, 50 of 2,000 cases ÷ primary-key look-up page';
  return { name, value: compared.ratio, unit: '×', must: 3, aim: 1.5, detail: shares(compared) };
}

/**
 * Every script file that the HTML of the case page names, compressed with gzip one by one, whether the page waits
 * for it or not; without the polyfills that only browsers without modules load.
 */
export async function measureScripts(client: Client, { full }: BenchClinic): Promise<Figure> {
  const html = await client.read(`/cases/${full.caseId}`);
  const tags = [...html.matchAll(/<script\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !/nomodule/i.test(tag));
  const files = new Set(tags.flatMap((tag) => /\ssrc="([^"?]+)/.exec(tag)?.[1] ?? []));
  let bytes = 0;
  for (const file of files) bytes += gzipSync(await client.read(file)).length;
  return {
    name: 'JavaScript before the case page is readable, gzip',
    value: bytes / 1000,
    unit: 'kB',
    must: 170,
    aim: 140,
    detail: `${files.size} files named by its HTML`,
  };
}

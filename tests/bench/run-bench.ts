import process from 'node:process';
import type { BenchPlace } from './bench-place.ts';
import { type Figure, figureTable, figureWords, isMissed } from './figure.ts';
import { describeMachine } from './machine.ts';

/** What a bench has at hand: its place, a word on what it does, and where each figure goes as soon as it is there. */
export type Bench = BenchPlace & { say: (line: string) => void; keep: (figure: Figure) => void };

/** Runs a bench, prints its table, and ends the process: with 1 when a must is missed or it failed. */
export async function runBench(measure: (bench: Bench) => Promise<void>): Promise<void> {
  const stop = new AbortController();
  const cleanups: (() => unknown)[] = [];
  const figures: Figure[] = [];
  const startedAt = performance.now();
  const say = (line: string) => {
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(0).padStart(4);
    process.stdout.write(`${seconds} s  ${line}\n`);
  };
  const keep = (figure: Figure) => {
    say(`  ${figureWords(figure)}`);
    figures.push(figure);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
  try {
    await measure({ stop, cleanups, say, keep });
    process.stdout.write(`\n${await describeMachine()}\n\n${figureTable(figures)}\n`);
    const missed = figures.filter(isMissed).length;
    const verdict = missed === 0 ? 'Every must is kept.' : `${missed} must${missed === 1 ? '' : 's'} missed.`;
    process.stdout.write(`\n${verdict}\n`);
    process.exitCode = missed === 0 ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
  for (const cleanup of cleanups.reverse()) await cleanup();
  process.exit();
}

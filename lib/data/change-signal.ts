import 'server-only';
import pg from 'pg';
import { databaseUrl } from '#lib/env.ts';
import { log } from '#lib/log.ts';

/** Called when something changed somewhere, or when messages may have been lost. */
type Listener = () => void;

type Signal = { listeners: Set<Listener>; connection: pg.Client | null };

/** The channel on which writers wake who listens. */
export const CHANGE_CHANNEL = 'turnwise_change';
const FIRST_RETRY_MS = 50;
const LAST_RETRY_MS = 2_000;

// One connection per process: the bundler may hold several copies of this module.
const holder = globalThis as typeof globalThis & { turnwiseSignal?: Signal };

/**
 * Tells of every committed change of a case, by whichever process it was made. One connection listens for the whole
 * process from the first call on; when it is cut it is opened again, and the listeners are told that they may have
 * missed something. Returns what ends the listening.
 */
export function onCaseChange(listener: Listener): () => void {
  holder.turnwiseSignal ??= { listeners: new Set(), connection: null };
  const signal = holder.turnwiseSignal;
  signal.listeners.add(listener);
  if (signal.listeners.size === 1) void listen(signal, FIRST_RETRY_MS);
  return () => {
    signal.listeners.delete(listener);
    if (signal.listeners.size === 0) void signal.connection?.end();
  };
}

async function listen(signal: Signal, retryMs: number): Promise<void> {
  if (signal.connection !== null || signal.listeners.size === 0) return;
  const connection = new pg.Client({
    connectionString: databaseUrl(),
    application_name: 'turnwise-listen',
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
  });
  signal.connection = connection;
  const tell = () => {
    for (const listener of signal.listeners) listener();
  };
  let delayMs = retryMs;
  let isOver = false;
  const again = (error?: Error) => {
    if (isOver) return;
    isOver = true;
    signal.connection = null;
    void connection.end().catch(() => undefined);
    if (signal.listeners.size === 0) return;
    if (error) log().warn('The connection that listens for changes was cut; it is opened again.');
    setTimeout(() => void listen(signal, Math.min(2 * delayMs, LAST_RETRY_MS)), delayMs).unref();
  };
  connection.on('error', again);
  connection.on('end', () => again());
  connection.on('notification', tell);
  try {
    await connection.connect();
    await connection.query(`LISTEN ${CHANGE_CHANNEL}`);
    delayMs = FIRST_RETRY_MS;
    tell();
  } catch (error) {
    again(error instanceof Error ? error : undefined);
  }
}

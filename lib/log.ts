import { randomBytes } from 'node:crypto';
import { type DestinationStream, pino } from 'pino';
import { environment } from './env.ts';

/**
 * Everything that we write to a log. Identifiers are the random ones of this software, never an MRN; names, notes and
 * free text have no field here. What is thrown past us Next logs whole: an error of the database has lost the row by
 * then (`lib/data/discreet-client.ts`).
 */
export type LogFields = {
  errorId?: string;
  requestId?: string;
  operation?: string;
  route?: string;
  method?: string;
  status?: number;
  durationMs?: number;
  count?: number;
  personId?: string;
  clinicId?: string;
  caseId?: string;
};

const allowed: Record<keyof LogFields, true> = {
  errorId: true,
  requestId: true,
  operation: true,
  route: true,
  method: true,
  status: true,
  durationMs: true,
  count: true,
  personId: true,
  clinicId: true,
  caseId: true,
};

const codeLike = /^[\w.:/()[\]-]{1,120}$/;

function permitted(fields: Readonly<Record<string, unknown>>): Record<string, string | number> {
  const kept: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (!Object.hasOwn(allowed, name)) continue;
    if (typeof value === 'number') kept[name] = value;
    else if (typeof value === 'string') kept[name] = codeLike.test(value) ? value : '(withheld)';
  }
  return kept;
}

/** What an error may say in a log: its kind, code, constraint and place. Its message can quote a row, so it is left out. */
export function describeError(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { name: typeof error };
  const described: Record<string, string> = { name: error.name };
  for (const key of ['code', 'table', 'constraint', 'routine', 'digest'] as const) {
    const value: unknown = Reflect.get(error, key);
    if (typeof value === 'string' && codeLike.test(value)) described[key] = value;
  }
  const trace = error.stack?.replace(error.message, '').split('\n') ?? [];
  const frames = trace.filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line)).slice(0, 8);
  described.at = frames.map((line) => line.trim()).join(' | ');
  if (error.cause instanceof Error) described.cause = describeError(error.cause).name ?? 'Error';
  return described;
}

/** A logger that writes one JSON line per event. `event` is a fixed sentence: never build it from data. */
export function createLog(level: string, destination?: DestinationStream) {
  const sink = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    destination ?? pino.destination({ dest: 2, sync: true }),
  );
  return {
    info: (event: string, fields: LogFields = {}) => sink.info(permitted(fields), event),
    warn: (event: string, fields: LogFields = {}) => sink.warn(permitted(fields), event),
    /** Logs an unexpected error and returns the id to show to the person whom it stopped. */
    error(event: string, error: unknown, fields: LogFields = {}): string {
      const errorId = fields.errorId ?? randomBytes(5).toString('hex');
      sink.error({ ...permitted({ ...fields, errorId }), error: describeError(error) }, event);
      return errorId;
    },
  };
}

let shared: ReturnType<typeof createLog> | undefined;

/** The log of this process, at the level of TURNWISE_LOG_LEVEL. */
export function log(): ReturnType<typeof createLog> {
  shared ??= createLog(environment().TURNWISE_LOG_LEVEL);
  return shared;
}

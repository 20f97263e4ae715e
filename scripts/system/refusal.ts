import { EnvironmentError } from '#lib/env.ts';

/** A start that cannot go on; the message is one sentence for the person at the terminal. */
export class Refusal extends Error {
  override name = 'Refusal';
}

/** Where a failure happened, so that the sentence can name the setting to change. */
export type RefusalContext = { dataDir: string; databaseUrl?: string | undefined };

/** The place of a database without its password. */
export function placeOf(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  return `${url.hostname || url.searchParams.get('host') || 'localhost'}:${url.port || '5432'}${url.pathname}`;
}

const unreachable = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'ECONNRESET',
  'EHOSTDOWN',
]);

function innermostCode(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return innermostCode(error.errors[0]);
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : '';
}

type Failure = { code: string; message: string; external: boolean };
type Places = { server: string; folder: string };

const isOutOfSpace = ({ code, message }: Failure) =>
  code === 'ENOSPC' || code === 'EDQUOT' || code === '53100' || message.includes('No space left on device');

const rules: readonly [
  applies: (failure: Failure) => boolean,
  sentence: (places: Places, failure: Failure) => string,
][] = [
  [
    (failure) => isOutOfSpace(failure) && failure.external && failure.code === '53100',
    ({ server }) =>
      `No space is left on the disk of ${server}: free some and start again; what was stored before is kept.`,
  ],
  [
    isOutOfSpace,
    ({ folder }) =>
      `No space is left on the disk of ${folder} or of the program: free some and start again; what was stored before is kept.`,
  ],
  [
    ({ code }) => ['EACCES', 'EPERM', 'EROFS'].includes(code),
    ({ folder }, { message }) =>
      `This user cannot write to ${folder} or to the program's folder: change the owner or name another folder (${message}).`,
  ],
  [
    ({ code }) => code === 'ENOTDIR' || code === 'EEXIST',
    ({ folder }) => `Not a folder: ${folder}; name another one.`,
  ],
  [
    ({ code, message, external }) =>
      external && (unreachable.has(code) || /timeout|terminated unexpectedly/i.test(message)),
    ({ server }) =>
      `No PostgreSQL server answers at ${server}: start it or correct the setting; nothing was changed.`,
  ],
  [
    ({ code, message, external }) =>
      external && (code === '28P01' || code === '28000' || /SASL|password/i.test(message)),
    ({ server }) =>
      `The user name or password is not accepted by ${server}: correct the setting; nothing was changed.`,
  ],
  [
    ({ code }) => code === '3D000',
    ({ server }) =>
      `The database does not exist on ${server}: create it, empty and in UTF-8, and start again.`,
  ],
  [
    ({ code }) => code === '42501',
    ({ server }, { message }) =>
      `The database user may not do this on ${server} (${message}): make it the owner of the database; nothing was changed.`,
  ],
  [
    ({ code }) => code === '53300',
    ({ server }) =>
      `No connection is free on ${server}: raise its max_connections or close other programs; nothing was changed.`,
  ],
];

/** Turns any failure of a start into one sentence that names the setting, with no stack and no secret. */
export function refusalFor(error: unknown, { dataDir, databaseUrl }: RefusalContext): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof EnvironmentError) return new Refusal(error.message);
  const failure: Failure = {
    code: innermostCode(error),
    message: (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '',
    external: databaseUrl !== undefined,
  };
  if (error instanceof Error && isOutOfSpace({ ...failure, message: error.message }))
    failure.code ||= 'ENOSPC';
  const folder = `the data folder ${dataDir} (TURNWISE_DATA_DIR)`;
  const server = databaseUrl ? `the server of DATABASE_URL (${placeOf(databaseUrl)})` : folder;
  const rule = rules.find(([applies]) => applies(failure));
  if (rule) return new Refusal(rule[1]({ server, folder }, failure));
  return new Refusal(`The start failed with ${server}: ${failure.message}; what was stored before is kept.`);
}

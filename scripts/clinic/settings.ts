import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { type Environment, parseEnvironment } from '#lib/env.ts';
import { programFolder } from '#scripts/system/child.ts';
import { Refusal } from '#scripts/system/refusal.ts';

/** What the person at the command line set. */
export type StartSettings = {
  environment: Environment;
  /** The data folder, absolute. */
  dataDir: string;
  /** The address that people open. */
  address: string;
};

/** Reads `.env` and the environment. Throws an `EnvironmentError`. */
export function readSettings(mode: 'production' | 'development'): StartSettings {
  const file = path.join(programFolder, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  const environment = parseEnvironment({ ...process.env, NODE_ENV: mode });
  const { TURNWISE_HOST: host, TURNWISE_PORT: port } = environment;
  const isLocal = ['127.0.0.1', '0.0.0.0', '::1', '::', 'localhost'].includes(host);
  const name = isLocal ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return {
    environment,
    dataDir: path.resolve(programFolder, environment.TURNWISE_DATA_DIR),
    address: environment.TURNWISE_URL ?? `http://${name}:${port}`,
  };
}

/** Reads the arguments of a start: whether an empty database stays empty. Throws a `Refusal`. */
export function readStartFlags(args: string[]): { empty: boolean } {
  try {
    const { values } = parseArgs({ args, options: { empty: { type: 'boolean', default: false } } });
    return values;
  } catch {
    throw new Refusal(
      `The argument ${args.join(' ')} is not known: the only one is --empty, after "--" (npm start -- --empty).`,
    );
  }
}

/** The secret that signs cookies: TURNWISE_SECRET, or a random one made once and kept in the data folder. */
export function ensureSecret({ environment, dataDir }: StartSettings): string {
  if (environment.TURNWISE_SECRET) return environment.TURNWISE_SECRET;
  const file = path.join(dataDir, 'secret');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  }
  return readFileSync(file, 'utf8').trim();
}

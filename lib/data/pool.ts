import 'server-only';
import pg from 'pg';
import { databaseUrl } from '#lib/env.ts';
import { log } from '#lib/log.ts';
import { DiscreetClient } from './discreet-client.ts';
import { GatheringSocket } from './gathering-socket.ts';

const poolSize = 10;

// One per process: development reloads modules, and the bundler may hold several copies of this one.
const holder = globalThis as typeof globalThis & { turnwisePool?: pg.Pool };

/** The connections of this process; every session's zone is UTC. */
export function pool(): pg.Pool {
  holder.turnwisePool ??= openPool(databaseUrl());
  return holder.turnwisePool;
}

/** Opens connections to the given database, every session's zone UTC; the caller ends them. */
function openPool(connectionString: string): pg.Pool {
  const opened = new pg.Pool({
    Client: DiscreetClient,
    connectionString,
    // What SQL makes of an instant must not depend on the server's own zone.
    options: '-c TimeZone=UTC',
    max: poolSize,
    // Statements sent without waiting for one another share a round trip.
    pipeline: true,
    stream: () => new GatheringSocket(),
    connectionTimeoutMillis: 20_000,
    application_name: 'turnwise',
  });
  opened.on('error', (error) => log().error('A resting database connection was lost.', error));
  return opened;
}

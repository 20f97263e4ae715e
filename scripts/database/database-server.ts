import { placeOf, Refusal } from '#scripts/system/refusal.ts';
import { connect } from './connect.ts';

type ServerFacts = { version: number; encoding: string; standby: boolean };

/** Why a server cannot be used, as one sentence, or undefined. `version` is the server's own number: 150004 is 15.4. */
export function refusalForServer(
  { version, encoding, standby }: ServerFacts,
  place: string,
): string | undefined {
  const server = `The server of DATABASE_URL (${place})`;
  if (version < 150_000) {
    return `${server} is PostgreSQL ${Math.floor(version / 10_000)}, which is too old: name one of version 15 to 18; nothing was changed.`;
  }
  if (standby) return `${server} is a standby that cannot be written: name the primary; nothing was changed.`;
  if (encoding !== 'UTF8') {
    return `${server} keeps this database in ${encoding}: create it with ENCODING 'UTF8'; nothing was changed.`;
  }
  return undefined;
}

/** Checks that the server given by DATABASE_URL can be used. Throws a `Refusal` or the driver's error. */
export async function checkServer(databaseUrl: string): Promise<void> {
  const client = await connect(databaseUrl);
  try {
    const { rows } = await client.query<ServerFacts>(
      `SELECT current_setting('server_version_num')::int AS version,
              current_setting('server_encoding') AS encoding,
              pg_is_in_recovery() AS standby`,
    );
    const refusal = rows[0] && refusalForServer(rows[0], placeOf(databaseUrl));
    if (refusal) throw new Refusal(refusal);
  } finally {
    await client.end();
  }
}

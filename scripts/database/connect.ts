import pg from 'pg';

/**
 * Opens one connection whose session zone is UTC, which the stored instants need, and asserts that it is.
 * The caller ends it. Rejects with the driver's error.
 */
export async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString,
    options: '-c TimeZone=UTC',
    connectionTimeoutMillis: 10_000,
    application_name: 'turnwise-start',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ TimeZone: string }>('SHOW TimeZone');
    if (rows[0]?.TimeZone !== 'UTC')
      throw new Error('the session zone cannot be set to UTC; connect without a pooler');
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

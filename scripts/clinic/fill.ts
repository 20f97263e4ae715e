import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type pg from 'pg';
import { connect } from '#scripts/database/connect.ts';
import { type Cluster, ensureDatabase } from '#scripts/database/embedded-cluster.ts';
import { applyMigrations } from '#scripts/migrate.ts';
import { type ChildOptions, programFolder, runNode } from '#scripts/system/child.ts';
import { Refusal } from '#scripts/system/refusal.ts';

type FillOptions = ChildOptions & { url: string; cluster: Cluster | undefined; isEmptyWanted: boolean };

/** Who filled the database: kept as a comment on the table of migrations, which is ours on every server. */
type Mark = 'filling' | 'demonstration' | 'empty';

type DemoAccount = { role: string; name: string; email: string; password: string; clinic: string };

const prefix = 'turnwise: ';

const emptyNotice = `The database is empty. Create the first administrator, who is asked for a password, with
  npm run admin:create -- --email you@clinic.example --name "Your Name" --clinic "Your Clinic" --zone Europe/London`;

async function readState(client: pg.Client): Promise<{ mark: string | undefined; isEmpty: boolean }> {
  const { rows } = await client.query<{ mark: string | null; is_empty: boolean }>(
    `SELECT obj_description('_prisma_migrations'::regclass) AS mark,
            NOT EXISTS (SELECT FROM clinic) AND NOT EXISTS (SELECT FROM person) AS is_empty`,
  );
  return { mark: rows[0]?.mark?.replace(prefix, ''), isEmpty: rows[0]?.is_empty ?? true };
}

const writeMark = (client: pg.Client, mark: Mark) =>
  client.query(`COMMENT ON TABLE _prisma_migrations IS ${client.escapeLiteral(prefix + mark)}`);

async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connect(url);
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

async function startOver(url: string, cluster: Cluster | undefined): Promise<void> {
  if (!cluster) {
    throw new Refusal(
      'The database of DATABASE_URL holds half of the demonstration clinic, because filling it was interrupted: empty or replace that database and start again; nothing was changed.',
    );
  }
  process.stdout.write('Filling the demonstration clinic was interrupted; it is started afresh.\n');
  await withClient(cluster.urlOf('postgres'), (client) =>
    client.query('DROP DATABASE turnwise WITH (FORCE)'),
  );
  await ensureDatabase(cluster, 'turnwise');
  await applyMigrations(url);
}

async function fill({ url, ...options }: FillOptions): Promise<void> {
  process.stdout.write('Filling the empty database with the demonstration clinic.\n');
  await withClient(url, (client) => writeMark(client, 'filling'));
  const seed = path.join('prisma', 'seed', 'seed.ts');
  const { code } = await runNode(['--conditions=react-server', '--import', 'tsx', seed], options);
  options.signal.throwIfAborted();
  if (code !== 0) {
    throw new Refusal(
      'The demonstration clinic could not be filled in, for the reason shown above: start again, or start with an empty database (npm start -- --empty).',
    );
  }
  await withClient(url, (client) => writeMark(client, 'demonstration'));
}

async function describeAccounts(): Promise<string> {
  const file = path.join(programFolder, 'prisma', 'seed', 'demo-accounts.ts');
  if (!existsSync(file)) return '';
  const { demoAccounts } = (await import(pathToFileURL(file).href)) as {
    demoAccounts: readonly DemoAccount[];
  };
  const lines = demoAccounts.map(({ role, name, email, password, clinic }) =>
    `  ${role.padEnd(14)} ${email.padEnd(34)} ${password.padEnd(20)} ${name}, ${clinic}`.trimEnd(),
  );
  return `Demonstration accounts (invented people; anyone who can open the address can use them):\n${lines.join('\n')}`;
}

/**
 * Fills an empty database with the demonstration clinic unless it shall stay empty, and returns what the person
 * who starts the software should read then. An interrupted fill is never taken for a clinic's data.
 */
export async function fillDatabase(options: FillOptions): Promise<string> {
  const { url, cluster, isEmptyWanted } = options;
  let { mark, isEmpty } = await withClient(url, readState);
  if (mark === 'filling') {
    await startOver(url, cluster);
    mark = undefined;
    isEmpty = true;
  }
  if (isEmpty && (isEmptyWanted || mark === 'empty')) {
    await withClient(url, (client) => writeMark(client, 'empty'));
    return emptyNotice;
  }
  if (isEmpty) await fill(options);
  return isEmpty || mark === 'demonstration' ? describeAccounts() : '';
}

import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { connect } from '#scripts/database/connect.ts';
import { startCluster } from '#scripts/database/embedded-cluster.ts';
import { applyMigrations } from '#scripts/migrate.ts';
import { makeDataFolder } from './data-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server's maintenance database. */
    serverUrl: string;
    /** A migrated, empty database that nobody is connected to. */
    templateDatabase: string;
    /** The file in which the server notes what it refuses; null: of a server that was given. */
    databaseLog: string | null;
  }
}

type Server = { url: string; log: string | null; stop: () => Promise<void> };

async function startServer(): Promise<Server> {
  const given = process.env.DATABASE_URL_TEST;
  if (given) return { url: given, log: null, stop: async () => undefined };
  const folder = await makeDataFolder();
  const cluster = await startCluster({ folder, durable: false });
  return {
    url: cluster.urlOf('postgres'),
    log: path.join(folder, 'postgres.log'),
    stop: async () => {
      await cluster.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Once per run: one throw-away PostgreSQL (or the server of DATABASE_URL_TEST, whose user may create databases)
 * with one migrated template. Tables that the migrations fill are kept in the schema `pristine`.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer();
  try {
    const template = `turnwise_template_${randomBytes(6).toString('hex')}`;
    const url = new URL(server.url);
    url.pathname = template;
    await onServer(server, `CREATE DATABASE ${template}`);
    await applyMigrations(url.href);
    await keepPristineRows(url.href);
    project.provide('serverUrl', server.url);
    project.provide('templateDatabase', template);
    project.provide('databaseLog', server.log);
    return async () => {
      await onServer(server, `DROP DATABASE ${template} WITH (FORCE)`);
      await server.stop();
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function onServer(server: Server, statement: string): Promise<void> {
  const client = await connect(server.url);
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function keepPristineRows(url: string): Promise<void> {
  const client = await connect(url);
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
    );
    await client.query('CREATE SCHEMA pristine');
    for (const { name } of rows) {
      const { rowCount } = await client.query(`SELECT FROM public.${name} LIMIT 1`);
      if (rowCount) await client.query(`CREATE TABLE pristine.${name} AS TABLE public.${name}`);
    }
  } finally {
    await client.end();
  }
}

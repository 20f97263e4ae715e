import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as wasmEngine from '@prisma/schema-engine-wasm/schema_engine_bg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '#scripts/database/connect.ts';
import { useDatabase } from '#tests/setup/database.ts';

const migrated = useDatabase();
const schemaPath = path.join(import.meta.dirname, '..', '..', 'prisma', 'schema.prisma');

const drafted = new URL(migrated.url);
drafted.pathname = `${drafted.pathname}_drafted`;
const draftedName = drafted.pathname.slice(1);

/** What the tables of schema.prisma would be, were they made by Prisma. */
async function draftSql(): Promise<string> {
  const { resolve } = createRequire(import.meta.url);
  const wasmFile = path.join(path.dirname(resolve('@prisma/schema-engine-wasm')), 'schema_engine_bg.wasm');
  // The package's own entry imports WebAssembly as a module, which Node 20 does only behind a flag.
  const { instance } = await WebAssembly.instantiate(await readFile(wasmFile), {
    './schema_engine_bg.js': wasmEngine,
  } as unknown as WebAssembly.Imports);
  Reflect.get(wasmEngine, '__wbg_set_wasm')(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  const content = await readFile(schemaPath, 'utf8');
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: migrated.url }));
  const options = { datamodels: [[schemaPath, content]] as [string, string][] };
  const engine = await wasmEngine.SchemaEngine.new(options, () => undefined, adapter);
  const { stdout } = await engine.diff({
    from: { tag: 'empty' },
    to: { tag: 'schemaDatamodel', files: [{ path: schemaPath, content }] },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return stdout ?? '';
}

async function ask(url: string, sql: string): Promise<string[]> {
  const client = await connect(url);
  try {
    return (await client.query<{ line: string }>(sql)).rows.map(({ line }) => line);
  } finally {
    await client.end();
  }
}

const ours = `relnamespace = 'public'::regnamespace AND relname <> '_prisma_migrations'`;

// Of a list, Prisma cannot say that it is never null.
const columns = `
  SELECT concat_ws(' ', relname, attname, format_type(atttypid, atttypmod), CASE WHEN attnotnull AND attndims = 0 THEN 'NOT NULL' END,
    'DEFAULT ' || pg_get_expr(adbin, adrelid)) AS line
  FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped
  LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
  WHERE relkind = 'r' AND ${ours} ORDER BY 1`;

const foreignKeys = `
  SELECT concat_ws(' ', relname, conname, pg_get_constraintdef(pg_constraint.oid)) AS line
  FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid WHERE contype = 'f' AND ${ours} ORDER BY 1`;

// Indexes on expressions, on part of a table, with carried columns, of an exclusion or of trigrams are the migrations' own.
const indexes = `
  SELECT pg_get_indexdef(indexrelid) AS line FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
  WHERE indpred IS NULL AND indexprs IS NULL AND indnatts = indnkeyatts AND NOT indisexclusion
    AND pg_get_indexdef(indexrelid) NOT LIKE '%gin_trgm_ops%' AND ${ours} ORDER BY 1`;

beforeAll(async () => {
  const admin = await connect(migrated.url);
  await admin.query(`CREATE DATABASE ${draftedName}`);
  await admin.end();
  const client = await connect(drafted.href);
  await client.query(await draftSql());
  await client.end();
});

afterAll(async () => {
  const admin = await connect(migrated.url);
  await admin.query(`DROP DATABASE IF EXISTS ${draftedName} WITH (FORCE)`);
  await admin.end();
});

test.each([
  ['columns', columns],
  ['foreign keys', foreignKeys],
  ['indexes', indexes],
])('schema.prisma and the migrations have the same %s', async (_what, sql) => {
  const expected = await ask(drafted.href, sql);
  expect(expected.length).toBeGreaterThan(0);
  expect(await ask(migrated.url, sql)).toEqual(expected);
});

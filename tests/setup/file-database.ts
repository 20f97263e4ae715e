import { randomBytes } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { connect } from '#scripts/database/connect.ts';

// Runs before a test file is imported, so that whatever the file imports finds its own database in DATABASE_URL.
const serverUrl = inject('serverUrl');
const name = `turnwise_test_${randomBytes(6).toString('hex')}`;
const admin = await connect(serverUrl);
await admin.query(`CREATE DATABASE ${name} TEMPLATE ${inject('templateDatabase')}`);

const url = new URL(serverUrl);
url.pathname = name;
process.env.DATABASE_URL = url.href;

afterAll(async () => {
  await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await admin.end();
});

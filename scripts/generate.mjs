// Makes the types of the tables from the schema. Plain JavaScript: npm runs it right after an install.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';

const prisma = createRequire(import.meta.url).resolve('prisma/build/index.js');
const { status, stdout, stderr } = spawnSync(process.execPath, [prisma, 'generate'], {
  cwd: path.join(import.meta.dirname, '..'),
  encoding: 'utf8',
  // Generating needs no engine, yet Prisma would fetch one unless told where a file is. Only here: with it
  // set, `prisma migrate` does nothing and reports success.
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
});
if (status !== 0) {
  process.stderr.write(
    `The types of the tables cannot be made from prisma/schema.prisma:\n${stderr}${stdout}`,
  );
  process.exitCode = 1;
}

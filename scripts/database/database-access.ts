import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { Refusal } from '#scripts/system/refusal.ts';

/** How to reach the embedded database; kept in the data folder, readable by its owner only. */
export type DatabaseAccess = { port: number; password: string };

/** Reads the file, or returns undefined when there is none. Throws a `Refusal` when it is damaged. */
export function readAccess(file: string): DatabaseAccess | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const { port, password } = JSON.parse(readFileSync(file, 'utf8')) as Partial<DatabaseAccess>;
    if (typeof port === 'number' && typeof password === 'string') return { port, password };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new Refusal(
    `The file ${file} is damaged, and with it the key to the database: restore it from a backup; nothing was changed.`,
  );
}

/** Replaces the file whole, so that a full disk or a kill leaves the old one. */
export function writeAccess(file: string, access: DatabaseAccess): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(access)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

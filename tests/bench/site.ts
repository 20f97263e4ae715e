import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureBuild, sources } from '#scripts/clinic/build.ts';
import { type ChildOptions, programFolder } from '#scripts/system/child.ts';

/** A copy of the program with the pages that only the bench needs; its build is kept from one run to the next. */
export const siteFolder = path.join(programFolder, '.tmp', 'bench', 'site');

// Without a lock file of its own, the packages above the copy are those of the build.
const parts = sources.filter((source) => source !== 'package-lock.json');

/** Brings the copy up to date and builds it unless that has been done. Rejects with a `Refusal`. */
export async function ensureSite(options: ChildOptions): Promise<void> {
  mkdirSync(siteFolder, { recursive: true });
  for (const entry of readdirSync(siteFolder)) {
    if (entry !== '.next') rmSync(path.join(siteFolder, entry), { recursive: true });
  }
  for (const part of parts) {
    const from = path.join(programFolder, part);
    if (existsSync(from)) cpSync(from, path.join(siteFolder, part), { recursive: true });
  }
  cpSync(path.join(import.meta.dirname, 'pages'), path.join(siteFolder, 'app', 'bench'), { recursive: true });
  await ensureBuild({ ...options, folder: siteFolder });
}

import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { processIdentity } from './process-identity.ts';
import { Refusal } from './refusal.ts';

type Holder = { pid: number; identity: string };

/** How to give the folder back. */
export type FolderLock = { release: () => void };

const parseHolder = (text: string): Holder | undefined => {
  try {
    const { pid, identity } = JSON.parse(text) as Partial<Holder>;
    return typeof pid === 'number' && typeof identity === 'string' ? { pid, identity } : undefined;
  } catch {
    return undefined;
  }
};

const isAlive = (holder: Holder | undefined) =>
  holder !== undefined && processIdentity(holder.pid) === holder.identity;

function readOrNothing(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

const placeAtomically = (from: string, to: string) => {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (Reflect.get(Object(error), 'code') === 'EEXIST') return false;
    throw error;
  }
};

/**
 * Takes a folder for this process. The lock of a process that is gone (also after kill -9 or a restart of the
 * machine) is replaced; that of a living one throws a `Refusal`.
 */
export function lockFolder(folder: string, settingName: string): FolderLock {
  const lockFile = path.join(folder, 'turnwise.lock');
  const mine = path.join(folder, `.lock-${randomUUID()}`);
  const holder: Holder = { pid: process.pid, identity: processIdentity(process.pid) ?? '' };
  writeFileSync(mine, JSON.stringify(holder), { mode: 0o644 });
  try {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      if (placeAtomically(mine, lockFile)) return { release: () => releaseOwn(lockFile, holder) };
      const found = readOrNothing(lockFile);
      if (found === undefined) continue;
      const other = parseHolder(found);
      if (isAlive(other)) break;
      const aside = path.join(folder, `.lock-stale-${randomUUID()}`);
      try {
        renameSync(lockFile, aside);
      } catch {
        continue;
      }
      const taken = readOrNothing(aside) ?? '';
      if (taken !== found && isAlive(parseHolder(taken))) placeAtomically(aside, lockFile);
      rmSync(aside, { force: true });
    }
  } finally {
    rmSync(mine, { force: true });
  }
  const other = parseHolder(readOrNothing(lockFile) ?? '');
  throw new Refusal(
    `The data folder ${folder} (${settingName}) is in use by another running instance${other ? ` (process ${other.pid})` : ''}: stop that one, or name another folder.`,
  );
}

function releaseOwn(lockFile: string, holder: Holder): void {
  const current = parseHolder(readOrNothing(lockFile) ?? '');
  if (current?.pid === holder.pid && current.identity === holder.identity) rmSync(lockFile, { force: true });
}

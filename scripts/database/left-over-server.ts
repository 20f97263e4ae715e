import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { commandLineOf } from '#scripts/system/process-identity.ts';
import { Refusal } from '#scripts/system/refusal.ts';

const stopLimitMs = 30_000;

/** Whether the number belongs to a process, be it one that ended and that its parent has not yet taken note of. */
function isTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && Reflect.get(error, 'code') === 'EPERM';
  }
}

/**
 * Stops the PostgreSQL that a killed process left running on a cluster folder, as on an orderly stop, and clears
 * the mark of one whose process number now belongs to another program. Throws a `Refusal` when the server
 * was started from elsewhere or does not end within 30 s.
 */
export async function stopLeftOver(cluster: string): Promise<void> {
  const mark = path.join(cluster, 'postmaster.pid');
  if (!existsSync(mark)) return;
  const pid = Number(readFileSync(mark, 'utf8').split('\n')[0]);
  // A dead server's mark is left to PostgreSQL, which first makes sure that none of its sessions is alive.
  if (!isTaken(pid)) return;
  const command = commandLineOf(pid) ?? '';
  if (!command.includes('postgres')) {
    rmSync(mark, { force: true });
    return;
  }
  const refusal = new Refusal(
    `Another database server (process ${pid}) works on the data folder ${path.dirname(cluster)} (TURNWISE_DATA_DIR): stop it and start again, or name another folder; nothing was changed.`,
  );
  if (!command.includes(cluster)) throw refusal;
  process.kill(pid, 'SIGINT');
  const deadline = Date.now() + stopLimitMs;
  while (commandLineOf(pid)?.includes(cluster)) {
    if (Date.now() > deadline) throw refusal;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

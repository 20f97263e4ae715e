import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

/** The folder of the program. */
export const programFolder = path.join(import.meta.dirname, '..', '..');

/** How a child process ended. */
export type Ending = { code: number | null; signal: NodeJS.Signals | null };

export type ChildOptions = {
  env: NodeJS.ProcessEnv;
  /** Aborting asks the child to end (SIGTERM) and, after `graceMs`, ends it. */
  signal: AbortSignal;
  graceMs?: number;
  /** The child is told by a closed channel when this process is killed. */
  leavesWithParent?: boolean;
  /** An open file that gets its output, which is shown otherwise. */
  outputTo?: number;
};

// Options for Node that the caller's shell set, such as a condition or a loader, are not for the children.
const withoutNodeOptions = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  ...env,
  NODE_OPTIONS: undefined,
});

/** Runs Node with the given arguments and resolves when it ended. Rejects when it cannot start. */
export function runNode(
  args: string[],
  { env, signal, graceMs = 5_000, leavesWithParent = false, outputTo }: ChildOptions,
): Promise<Ending> {
  return new Promise((resolve, reject) => {
    const output = outputTo ?? 'inherit';
    const child: ChildProcess = spawn(process.execPath, args, {
      cwd: programFolder,
      env: withoutNodeOptions(env),
      stdio: leavesWithParent ? ['ignore', output, output, 'ipc'] : ['ignore', output, output],
      // Its own process group: Ctrl-C at the terminal reaches this process only, which passes it on in order.
      detached: true,
    });
    let force: NodeJS.Timeout | undefined;
    const end = () => {
      child.kill('SIGTERM');
      force = setTimeout(() => child.kill('SIGKILL'), graceMs);
    };
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
    child.once('error', reject);
    child.once('exit', (code, endSignal) => {
      clearTimeout(force);
      signal.removeEventListener('abort', end);
      resolve({ code, signal: endSignal });
    });
  });
}

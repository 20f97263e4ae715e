import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { findFreePort } from '#scripts/system/free-port.ts';
import { commandLineOf } from '#scripts/system/process-identity.ts';

const root = path.join(import.meta.dirname, '..', '..');

type Settings = Readonly<Record<string, string>>;

/** A start script that runs: what it wrote so far, and how it ended. */
export type Running = {
  process: ChildProcess;
  ended: Promise<number | null>;
  stdout: () => string;
  stderr: () => string;
};

const started = new Set<ChildProcess>();
const folders = new Set<string>();

/** A new folder for one test; removed by `cleanUp`. */
export function makeFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'turnwise-test-'));
  folders.add(folder);
  return folder;
}

/** Spawns the real start script with these settings and nothing of a clinic's own. */
export function start(settings: Settings, args: string[] = []): Running {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts', ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.add(child);
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { process: child, ended, stdout: () => stdout, stderr: () => stderr };
}

/** Starts an empty clinic on a folder and waits until it says that it is ready. */
export async function startClinic(folder: string): Promise<Running & { origin: string }> {
  const port = await findFreePort();
  const running = start({ TURNWISE_DATA_DIR: folder, TURNWISE_PORT: String(port) }, ['--empty']);
  await waitFor(() => {
    if (running.process.exitCode !== null)
      throw new Error(`it ended: ${running.stdout()}${running.stderr()}`);
    return running.stdout().includes('is ready at');
  }, 240_000);
  return { ...running, origin: `http://127.0.0.1:${port}` };
}

/** Resolves when the condition holds; rejects after the limit. */
export async function waitFor(condition: () => boolean | Promise<boolean>, limitMs = 15_000): Promise<void> {
  const deadline = Date.now() + limitMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** The number of the database's main process on a data folder. */
export function databaseProcess(folder: string): number {
  return Number(readFileSync(path.join(folder, 'pg18', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** Whether a process runs; one that ended and that nobody waited for does not. */
export function isAlive(pid: number): boolean {
  return commandLineOf(pid) !== undefined;
}

function childrenOf(parent: number): number[] {
  if (process.platform !== 'linux') {
    const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
    const pairs = lines.map((line) => line.trim().split(/\s+/).map(Number));
    return pairs.filter(([, ppid]) => ppid === parent).map(([pid]) => pid ?? 0);
  }
  const isChild = (pid: string) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent;
    } catch {
      return false;
    }
  };
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && isChild(name))
    .map(Number);
}

/** The database's main process and its sessions. */
export function databaseProcesses(folder: string): number[] {
  const main = databaseProcess(folder);
  return [main, ...childrenOf(main)];
}

/** The web server that a start script runs on a data folder. */
export function webServerOf(running: Running, folder: string): number {
  const database = databaseProcess(folder);
  const server = childrenOf(running.process.pid ?? 0).find(
    (pid) => pid !== database && commandLineOf(pid)?.includes('next'),
  );
  if (!server) throw new Error('there is no web server');
  return server;
}

/** What a process holds of the machine's memory, in megabytes. */
export function residentMb(pid: number): number {
  const kilobytes =
    process.platform === 'linux'
      ? /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
      : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(kilobytes) / 1024;
}

/** Ends every start of this file, with its server and database, and removes the folders. */
export async function cleanUp(): Promise<void> {
  for (const child of started) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  }
  started.clear();
  for (const folder of folders) {
    if (existsSync(path.join(folder, 'pg18', 'postmaster.pid'))) {
      const pid = databaseProcess(folder);
      if (isAlive(pid)) process.kill(pid, 'SIGINT');
      await waitFor(() => !isAlive(pid));
    }
    rmSync(folder, { recursive: true, force: true });
  }
  folders.clear();
}

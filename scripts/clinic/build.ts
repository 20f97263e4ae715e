import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ChildOptions, programFolder, runNode } from '#scripts/system/child.ts';
import { Refusal } from '#scripts/system/refusal.ts';

/** What a build is made of, beside the packages. */
export const sources = [
  'app',
  'components',
  'lib',
  'public',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
  'next.config.js',
  'postcss.config.js',
  'proxy.ts',
  'instrumentation.ts',
];

function filesUnder(place: string): string[] {
  if (!existsSync(place)) return [];
  const entries = readdirSync(path.dirname(place), { withFileTypes: true });
  if (entries.find((entry) => entry.name === path.basename(place))?.isFile()) return [place];
  return readdirSync(place, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

function hashSources(folder: string): string {
  const hash = createHash('sha256').update(process.version.split('.')[0] ?? '');
  for (const file of sources.flatMap((source) => filesUnder(path.join(folder, source)))) {
    hash.update(`\0${path.relative(folder, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

const hasBuildOf = (hash: string, buildFolder: string, markFile: string) =>
  existsSync(path.join(buildFolder, 'BUILD_ID')) &&
  existsSync(markFile) &&
  readFileSync(markFile, 'utf8') === hash;

/**
 * Builds the pages of the program, or of a copy of it in `folder`, unless a build of exactly these sources is
 * there. Throws a `Refusal` when they cannot be built.
 */
export async function ensureBuild({
  folder = programFolder,
  ...options
}: ChildOptions & { folder?: string }): Promise<void> {
  const buildFolder = path.join(folder, '.next');
  const markFile = path.join(buildFolder, 'turnwise-sources');
  const hash = hashSources(folder);
  if (hasBuildOf(hash, buildFolder, markFile)) return;
  process.stdout.write('Building the pages; this happens once per version and takes about a minute.\n');
  rmSync(markFile, { force: true });
  const { code } = await runNode(
    [path.join('node_modules', 'next', 'dist', 'bin', 'next'), 'build', folder],
    options,
  );
  options.signal.throwIfAborted();
  if (code !== 0) {
    throw new Refusal('The pages could not be built, for the reason shown above; the data is untouched.');
  }
  writeFileSync(markFile, hash);
}

import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..', '..');
const biome = path.join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');

type Diagnostic = { category: string; severity: string; message: string; location: { path: string } };

/** Files of a tree that does not exist yet: path → text. */
export type PlantedFiles = Readonly<Record<string, string>>;

/**
 * Lints files that stand alone in a temporary folder under the project's own Biome configuration.
 * Returns, for each path given, the refusals as `rule: message`; an accepted file has none.
 */
export async function refusalsOf(files: PlantedFiles): Promise<Map<string, string[]>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'turnwise-layers-'));
  try {
    for (const name of ['biome.json', 'package.json', '.gitignore', 'tests/layers']) {
      await cp(path.join(root, name), path.join(folder, name), {
        recursive: true,
        filter: (source) => !source.endsWith('.ts'),
      });
    }
    for (const [name, text] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), text);
    }
    const refusals = new Map<string, string[]>(Object.keys(files).map((name) => [name, []]));
    for (const { category, severity, message, location } of await lint(folder)) {
      if (severity === 'error')
        refusals.get(location.path)?.push(`${category.split('/').at(-1)}: ${message}`);
    }
    return refusals;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function lint(folder: string): Promise<Diagnostic[]> {
  const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 26 }, (_error, stdout, stderr) => {
      try {
        resolve((JSON.parse(stdout) as { diagnostics: Diagnostic[] }).diagnostics);
      } catch {
        reject(new Error(`Biome gave no report: ${stderr}`));
      }
    });
  });
}

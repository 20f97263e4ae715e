import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A new temporary folder for a test's database; started by root, that runs as another user, who must get in. */
export async function makeDataFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'turnwise-test-'));
  await chmod(folder, 0o711);
  return folder;
}

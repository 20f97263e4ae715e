import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { type ChildOptions, programFolder, runNode } from '#scripts/system/child.ts';
import { Refusal } from '#scripts/system/refusal.ts';

const generated = path.join(programFolder, 'prisma', 'generated', 'client.ts');
const schema = path.join(programFolder, 'prisma', 'schema.prisma');

/** Makes the types of the tables unless they are there and as new as the schema; npm may have skipped them at the install. */
export async function ensureDatabaseTypes(options: ChildOptions): Promise<void> {
  if (existsSync(generated) && statSync(generated).mtimeMs >= statSync(schema).mtimeMs) return;
  const { code } = await runNode([path.join('scripts', 'generate.mjs')], options);
  options.signal.throwIfAborted();
  if (code !== 0) throw new Refusal('The types of the tables could not be made, for the reason shown above.');
}

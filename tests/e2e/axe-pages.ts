import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

const file = path.join(import.meta.dirname, '..', '..', 'test-results', 'axe-pages.txt');

/** Begins a run: no page has been looked at by axe. */
export default function forgetAxePages(): void {
  rmSync(file, { force: true });
}

/** Notes the address of a page that axe has looked at, for whichever process asks in the end. */
export function noteAxePage(address: string): void {
  appendFileSync(file, `${new URL(address).pathname}\n`);
}

/** The paths that axe has looked at in this run. */
export function axePages(): readonly string[] {
  return [...new Set(readFileSync(file, 'utf8').split('\n').filter(Boolean))];
}

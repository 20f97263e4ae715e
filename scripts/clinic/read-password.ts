import process from 'node:process';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { Refusal } from '#scripts/system/refusal.ts';

function ask(question: string): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  return new Promise((resolve, reject) => {
    let answer: string | undefined;
    terminal.question('', (typed) => {
      answer = typed;
      terminal.close();
    });
    terminal.once('close', () => {
      process.stderr.write('\n');
      if (answer === undefined) reject(new Refusal('No password was given; nothing was written.'));
      else resolve(answer);
    });
  });
}

async function readPiped(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8').split(/\r?\n/)[0] ?? '';
}

/**
 * Reads a new password: asked for twice, unseen, at a terminal, else the first line of standard input. Never from
 * an argument, which every user of the machine can read. Throws a `Refusal` when the two differ.
 */
export async function readPassword(): Promise<string> {
  if (!process.stdin.isTTY) return readPiped();
  const password = await ask('Password (at least 12 characters): ');
  const again = await ask('The same again: ');
  if (password !== again) throw new Refusal('The two passwords differ; nothing was written.');
  return password;
}

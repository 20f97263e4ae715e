import process from 'node:process';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { Refusal } from '#scripts/system/refusal.ts';

async function askTwice(): Promise<[string, string]> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  // Opened before the first question and closed after the last: in between the terminal shows nothing typed.
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  const left = new Promise<never>((_, reject) => {
    const refuse = () => reject(new Refusal('No password was given; nothing was written.'));
    terminal.once('SIGINT', refuse);
    terminal.once('close', refuse);
  });
  const ask = async (question: string) => {
    process.stderr.write(question);
    const answer = await Promise.race([terminal.question(''), left]);
    process.stderr.write('\n');
    return answer;
  };
  try {
    return [await ask('Password (at least 12 characters): '), await ask('The same again: ')];
  } finally {
    left.catch(() => undefined);
    terminal.close();
  }
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
  const [password, again] = await askTwice();
  if (password !== again) throw new Refusal('The two passwords differ; nothing was written.');
  return password;
}

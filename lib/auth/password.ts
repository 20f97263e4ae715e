import 'server-only';
import { hash, verify } from '@node-rs/argon2';
import { createSemaphore } from './semaphore.ts';

/** argon2id with 64 MiB and three passes; two at once keep a rush of log-ins within 128 MiB and two cores. */
const COST = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;
const atMostTwo = createSemaphore(2);

/** The argon2id hash of a password, to be stored in its place. */
export function hashPassword(password: string): Promise<string> {
  return atMostTwo(() => hash(password, COST));
}

let decoy: Promise<string> | undefined;

/** Whether the password belongs to the stored hash. Without a hash it takes as long, and the answer is no. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(crypto.randomUUID());
  const against = stored ?? (await decoy);
  const matches = await atMostTwo(() => verify(against, password));
  return stored !== null && matches;
}

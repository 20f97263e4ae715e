import 'server-only';
import type { Result } from '#lib/domain/result.ts';
import { CHANGE_CHANNEL } from './change-signal.ts';
import { pool } from './pool.ts';
import type { Queryable, Statement } from './statement.ts';

/** Wakes who listens for changes of cases, in this process and in others; what changed, they read. */
const WAKE = { name: 'wake', text: `NOTIFY ${CHANGE_CHANNEL}` };

/** An open transaction. Statements that are sent without waiting for one another travel together. */
export type Transaction = Queryable & {
  /**
   * Sends the last statements and the commit; rejects, with nothing kept, when one of them fails. `rest` is made while
   * the database is at work on `statements`.
   */
  commit: (statements: readonly Statement[], rest?: () => readonly Statement[]) => Promise<void>;
};

/**
 * Runs `decide` in a transaction on one connection. What it did not commit is rolled back: after a refusal as
 * after an error.
 */
export async function inTransaction<T, Reason>(
  decide: (tx: Transaction) => Promise<Result<T, Reason>>,
): Promise<Result<T, Reason>> {
  const client = await pool().connect();
  let isOpen = true;
  const query: Queryable['query'] = (statement) => client.query(statement);
  const commit: Transaction['commit'] = async (statements, rest) => {
    const sent = statements.map((statement) => client.query(statement));
    if (rest) {
      // Their failure is reported below, unless `rest` fails before that.
      for (const one of sent) one.catch(() => undefined);
      // The socket sends what it has gathered before this goes on.
      await null;
      sent.push(...rest().map((statement) => client.query(statement)));
    }
    const end = client.query('COMMIT');
    // In the same packet, but after the commit: inside it, commits would wait for one another.
    client.query(WAKE).catch(() => undefined);
    const failed = (await Promise.allSettled(sent)).find((outcome) => outcome.status === 'rejected');
    const { command } = await end;
    isOpen = false;
    if (failed) throw failed.reason;
    if (command !== 'COMMIT') throw new Error('The transaction had failed before its commit.');
  };
  try {
    const begun = client.query('BEGIN');
    const [result] = await Promise.all([decide({ query, commit }), begun]);
    if (isOpen) await client.query('ROLLBACK');
    client.release();
    return result;
  } catch (error) {
    if (isOpen) {
      const lost = await client.query('ROLLBACK').then(
        () => undefined,
        (failure: Error) => failure,
      );
      client.release(lost);
    } else client.release();
    throw error;
  }
}

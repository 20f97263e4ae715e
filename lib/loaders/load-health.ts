import 'server-only';
import { pool } from '#lib/data/pool.ts';
import { log } from '#lib/log.ts';

/** Whether the database answers now. Open to everyone, so it says nothing else; a failure is logged. */
export async function loadHealth(): Promise<boolean> {
  try {
    await pool().query('SELECT 1');
    return true;
  } catch (error) {
    log().error('The database does not answer.', error);
    return false;
  }
}

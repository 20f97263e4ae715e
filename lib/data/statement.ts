import 'server-only';
import { isoDay } from '#lib/domain/case-day.ts';
import type { Day, Instant } from '#lib/domain/units.ts';

/** A prepared statement with its values. */
export type Statement = { name: string; text: string; values: unknown[] };

/** What can run a statement: the pool, or a transaction. */
export type Queryable = {
  query<Row extends object>(statement: Statement): Promise<{ rows: Row[]; rowCount: number | null }>;
};

/**
 * An INSERT of any number of rows in one statement. A column that a row leaves out is null, not its default.
 * Instants and days are given as text, by `timestamp` and `date`.
 */
export function insertInto(table: string, rows: readonly Readonly<Record<string, unknown>>[]): Statement {
  return {
    name: `insert-${table}`,
    text: `INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1)`,
    values: [JSON.stringify(rows)],
  };
}

/** SQL for the epoch milliseconds of a timestamptz; null stays null. */
export function epochMs(column: string): string {
  return `(date_part('epoch', ${column}) * 1000)::bigint`;
}

/** SQL for the epoch day of a date; null stays null. */
export function epochDay(column: string): string {
  return `(${column} - date '1970-01-01')`;
}

/** A timestamptz of an instant. */
export function timestamp(at: Instant): string;
export function timestamp(at: Instant | null): string | null;
export function timestamp(at: Instant | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

/** A date of a day. */
export function date(day: Day): string;
export function date(day: Day | null): string | null;
export function date(day: Day | null): string | null {
  return day === null ? null : isoDay(day);
}

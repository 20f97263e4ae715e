import { pool } from '#lib/data/pool.ts';

/** Whose rows belong to a case; the patient's are those of his cases. */
const tables: Record<string, string> = {
  patient: 'id IN (SELECT patient_id FROM distraction_case WHERE id = ANY($1))',
  distraction_case: 'id = ANY($1)',
  operation: 'case_id = ANY($1)',
  device: 'case_id = ANY($1)',
  protocol_version: 'case_id = ANY($1)',
  protocol_device_plan: 'case_id = ANY($1)',
  protocol_notice: 'case_id = ANY($1)',
  course_event: 'case_id = ANY($1)',
  turn_report: 'case_id = ANY($1)',
  measurement: 'case_id = ANY($1)',
  case_outcome: 'case_id = ANY($1)',
};

const onsets =
  'An Ba Bel Ca Cor Da Del Dra Ede Fa Fer Gar Gre Ha Hol Ib Ja Jor Ka Kel Lam Lin Ma Mol Na Nor Ol Pa Per Ro Sal Ste Ta Tor Ul Va Wei Za'.split(
    ' ',
  );
const middles = 'be da fe go ka le mi ne ra ri so ti to va ve'.split(' ');
const endings = [
  'a',
  'berg',
  'dottir',
  'ez',
  'feld',
  'i',
  'lund',
  'mann',
  'o',
  'qvist',
  'sen',
  'son',
  'ström',
  'well',
];
const givens = [
  'Ada',
  'Ben',
  'Chiara',
  'Dario',
  'Elif',
  'Finn',
  'Greta',
  'Hugo',
  'Ines',
  'Jonas',
  'Kaja',
  'Liv',
  'Mia',
];

const draw = (from: readonly string[], salt: number) =>
  `(ARRAY[${from.map((one) => `'${one}'`)}])[1 + (hashtextextended(t.id::text || n, ${salt}) & 65535) % ${from.length}]`;

const family = `${draw(onsets, 1)} || ${draw(middles, 2)} || ${draw(endings, 3)}`;
const given = draw(givens, 4);
const mrn = `'M-' || substr(md5(t.id::text || n), 1, 12)`;
const lot = `'LT' || 10000 + (hashtextextended(t.id::text || n, 5) & 65535) % 4000`;

/** Patients and lots differ from copy to copy, so that a search among them has something to find. */
const invented: Record<string, string> = {
  'patient.family_name': family,
  'patient.given_name': given,
  'patient.mrn': mrn,
  'patient.search_text': `concat(' ', replace(lower(${family}), 'ö', 'o'), ' ', lower(${given}), ' ', lower(${mrn}))`,
  'device.lot': lot,
};

const ids = ['id', 'case_id', 'patient_id', 'device_id', 'corrects_id', 'removal_operation_id'];

/** SQL for the id, in copy `n` of its case, of what has this id in the original: a UUID of version 4 to whoever checks. */
const copyOf = (id: string) =>
  `overlay(overlay(md5(${id}::text || n) placing '4' from 13) placing '8' from 17)::uuid`;

export type Multiplication = {
  copies: number;
  /** The copies before these, which the same cases have already. */
  after?: number;
  /** What a copy says in a column instead, as SQL over the row `t` and its number `n`, by `table.column`. */
  instead?: Readonly<Record<string, string>>;
};

/**
 * Adds copies of each of these cases, with invented patients of their own, by SQL and without the triggers: the rows
 * are those of cases that were written through the operations. Standings are for the caller to make.
 * Returns the ids of the copies, case by case.
 */
export async function multiplyCases(
  caseIds: readonly string[],
  { copies, after = 0, instead = {} }: Multiplication,
): Promise<string[][]> {
  const said = { ...invented, ...instead };
  const range = [caseIds, after + 1, after + copies];
  const client = await pool().connect();
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL session_replication_role = replica');
    for (const [table, where] of Object.entries(tables)) {
      const { rows } = await client.query<{ name: string }>(
        'SELECT column_name AS name FROM information_schema.columns WHERE table_schema = current_schema AND table_name = $1',
        [table],
      );
      const names = rows.map(({ name }) => name);
      const values = names.map((name) => {
        if (ids.includes(name)) return copyOf(`t.${name}`);
        return said[`${table}.${name}`] ?? `t.${name}`;
      });
      await client.query(
        `INSERT INTO ${table} (${names}) SELECT ${values} FROM ${table} t, generate_series($2::int, $3::int) AS n WHERE ${where}`,
        range,
      );
    }
    const { rows } = await client.query<{ ids: string[] }>(
      `SELECT array_agg(${copyOf('id')} ORDER BY n) AS ids
       FROM unnest($1::uuid[]) WITH ORDINALITY AS original (id, place), generate_series($2::int, $3::int) AS n
       GROUP BY id, place ORDER BY place`,
      range,
    );
    await client.query('COMMIT');
    return rows.map((row) => row.ids);
  } finally {
    client.release();
  }
}

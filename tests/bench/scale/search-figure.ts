import { searchClosedCases } from '#lib/data/closed-cases.ts';
import { pool } from '#lib/data/pool.ts';
import { listWorklist } from '#lib/data/worklist.ts';
import type { Figure } from '#tests/bench/figure.ts';
import { percentile, timed } from '#tests/bench/rounds.ts';

const SEARCHES = 300;

/** What people type: a name from its third letter on, both names, the beginning of a number or of a lot. */
async function typedWords(clinicId: string): Promise<string[]> {
  const { rows } = await pool().query<{ family: string; given: string; mrn: string; lot: string }>(
    `SELECT p.family_name AS family, p.given_name AS given, p.mrn, d.lot
     FROM patient p JOIN distraction_case c ON c.patient_id = p.id JOIN device d ON d.case_id = c.id
     WHERE p.clinic_id = $1 AND d.lot IS NOT NULL ORDER BY md5(d.id::text) LIMIT $2`,
    [clinicId, SEARCHES],
  );
  return rows.map(({ family, given, mrn, lot }, index) => {
    const texts = [
      family.slice(0, 3),
      `${family} ${given}`,
      mrn,
      lot,
      family,
      mrn.slice(0, 5),
      lot.slice(0, 5),
    ];
    return texts[index % texts.length] ?? family;
  });
}

/** What a search asks of the database: the open cases and the closed ones that match, as the worklist does. */
export async function measureSearch(clinicId: string): Promise<Figure> {
  const search = (words: string) => {
    const scope = { clinicId, personId: null, phase: null, level: null, rule: null, page: 1, pageSize: 50 };
    return Promise.all([listWorklist({ ...scope, words }), searchClosedCases(clinicId, words, 20)]);
  };
  const typed = await typedWords(clinicId);
  for (const words of typed.slice(0, 30)) await search(words);
  const times: number[] = [];
  let found = 0;
  for (const words of typed) {
    times.push(
      await timed(async () => {
        const [{ cases }, closed] = await search(words);
        if (cases.length + closed.length > 0) found += 1;
      }),
    );
  }
  if (found < typed.length) throw new Error(`${typed.length - found} searches found nothing`);
  return {
    name: 'search by name, MRN or lot among 34,000 cases, p95',
    value: percentile(times, 0.95),
    unit: 'ms',
    must: 30,
    aim: 10,
    detail: `median ${percentile(times, 0.5).toFixed(1)} ms, longest ${Math.max(...times).toFixed(1)} ms of ${times.length}`,
  };
}

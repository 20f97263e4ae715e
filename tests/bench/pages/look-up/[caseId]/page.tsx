import { pool } from '#lib/data/pool.ts';

type Props = { params: Promise<{ caseId: string }> };

const LOOK_UP = {
  name: 'bench-look-up',
  text: 'SELECT id, zone, site, opened_at FROM distraction_case WHERE id = $1',
};

/** What the worklist is measured against: nothing but the root layout around one row, found by its primary key. */
export default async function LookUpPage({ params }: Props) {
  const { caseId } = await params;
  const { rows } = await pool().query<{ zone: string; site: string }>({ ...LOOK_UP, values: [caseId] });
  return (
    <p>
      {rows[0]?.site} {rows[0]?.zone}
    </p>
  );
}

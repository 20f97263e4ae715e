import 'server-only';
import type { FlagLevel } from '#lib/domain/facts.ts';
import type { PhaseKind } from '#lib/domain/phase/transitions.ts';
import { pool } from './pool.ts';

/** How many open cases a clinic has, in all and by what they can be filtered by. */
export type WorklistCounts = {
  all: number;
  mine: number;
  levels: Partial<Record<FlagLevel, number>>;
  phases: Partial<Record<PhaseKind, number>>;
  /** By rule of an open flag. */
  rules: Record<string, number>;
};

type Group = { isMine: boolean; phase: PhaseKind; level: FlagLevel | null; rules: string[]; count: number };

/** The counts beside the filters of the worklist; `mine` are those of this surgeon. */
export async function countWorklist(clinicId: string, surgeonId: string): Promise<WorklistCounts> {
  const { rows } = await pool().query<Group>({
    name: 'worklist-counts',
    text: `SELECT surgeon_id = $2 AS "isMine", phase, open_level AS level, open_rules AS rules, count(*)::int AS count
      FROM case_standing WHERE clinic_id = $1 GROUP BY 1, 2, 3, 4`,
    values: [clinicId, surgeonId],
  });
  const counts: WorklistCounts = { all: 0, mine: 0, levels: {}, phases: {}, rules: {} };
  for (const { isMine, phase, level, rules, count } of rows) {
    counts.all += count;
    if (isMine) counts.mine += count;
    counts.phases[phase] = (counts.phases[phase] ?? 0) + count;
    if (level !== null) counts.levels[level] = (counts.levels[level] ?? 0) + count;
    for (const rule of rules) counts.rules[rule] = (counts.rules[rule] ?? 0) + count;
  }
  return counts;
}

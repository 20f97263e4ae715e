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

/** Cases of a clinic that are alike in all that is counted, and how many there are. */
export type WorklistGroup = {
  surgeonId: string;
  owners: string[];
  phase: PhaseKind;
  level: FlagLevel | null;
  rules: string[];
  count: number;
};

/** The counts beside the filters of the worklist; `mine` are those of this person. */
export async function countWorklist(clinicId: string, personId: string): Promise<WorklistCounts> {
  return countsFor(await groupWorklist(clinicId), personId);
}

/** As `countWorklist`, from groups that were read for several people. */
export function countsFor(groups: readonly WorklistGroup[], personId: string): WorklistCounts {
  const counts: WorklistCounts = { all: 0, mine: 0, levels: {}, phases: {}, rules: {} };
  for (const group of groups) {
    const { phase, level, rules, count } = group;
    counts.all += count;
    if (group.surgeonId === personId || group.owners.includes(personId)) counts.mine += count;
    counts.phases[phase] = (counts.phases[phase] ?? 0) + count;
    if (level !== null) counts.levels[level] = (counts.levels[level] ?? 0) + count;
    for (const rule of rules) counts.rules[rule] = (counts.rules[rule] ?? 0) + count;
  }
  return counts;
}

/** The open cases of a clinic, grouped by all that is counted. */
export async function groupWorklist(clinicId: string): Promise<readonly WorklistGroup[]> {
  const { rows } = await pool().query<WorklistGroup>({
    name: 'worklist-counts',
    text: `SELECT surgeon_id AS "surgeonId", owners, phase, open_level AS level, open_rules AS rules, count(*)::int AS count
      FROM case_standing WHERE clinic_id = $1 GROUP BY 1, 2, 3, 4, 5`,
    values: [clinicId],
  });
  return rows;
}

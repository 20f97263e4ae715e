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

type Group = {
  surgeonId: string;
  phase: PhaseKind;
  level: FlagLevel | null;
  rules: string[];
  count: number;
};

/** The counts beside the filters of the worklist; `mine` are those of this surgeon. */
export async function countWorklist(clinicId: string, surgeonId: string): Promise<WorklistCounts> {
  const counts: WorklistCounts = { all: 0, mine: 0, levels: {}, phases: {}, rules: {} };
  for (const group of await groupsOf(clinicId)) {
    const { phase, level, rules, count } = group;
    counts.all += count;
    if (group.surgeonId === surgeonId) counts.mine += count;
    counts.phases[phase] = (counts.phases[phase] ?? 0) + count;
    if (level !== null) counts.levels[level] = (counts.levels[level] ?? 0) + count;
    for (const rule of rules) counts.rules[rule] = (counts.rules[rule] ?? 0) + count;
  }
  return counts;
}

type Counting = { now: Promise<readonly Group[]>; next: Promise<readonly Group[]> | null };
const counting = new Map<string, Counting>();

/**
 * One change makes every open page of a clinic ask at once. Who asks while it is being counted waits for the next
 * count, together with all others who do: nobody is given one that began before they asked.
 */
function groupsOf(clinicId: string): Promise<readonly Group[]> {
  const running = counting.get(clinicId);
  if (running) {
    running.next ??= running.now.then(
      () => start(clinicId),
      () => start(clinicId),
    );
    return running.next;
  }
  return start(clinicId);
}

function start(clinicId: string): Promise<readonly Group[]> {
  const now = readGroups(clinicId);
  const own: Counting = { now, next: null };
  counting.set(clinicId, own);
  const end = () => {
    if (counting.get(clinicId) === own && own.next === null) counting.delete(clinicId);
  };
  now.then(end, end);
  return now;
}

async function readGroups(clinicId: string): Promise<readonly Group[]> {
  const { rows } = await pool().query<Group>({
    name: 'worklist-counts',
    text: `SELECT surgeon_id AS "surgeonId", phase, open_level AS level, open_rules AS rules, count(*)::int AS count
      FROM case_standing WHERE clinic_id = $1 GROUP BY 1, 2, 3, 4`,
    values: [clinicId],
  });
  return rows;
}

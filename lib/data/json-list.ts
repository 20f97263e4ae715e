import 'server-only';

/** SQL for rows as a list of objects whose keys are those of the domain. */
export const list = (pairs: Readonly<Record<string, string>>, from: string) => {
  const built = Object.entries(pairs).map(([key, column]) => `'${key}', ${column}`);
  return `(SELECT coalesce(json_agg(json_build_object(${built.join(', ')})), '[]') FROM ${from})`;
};

/** SQL for the rows of the case `c` that have been neither corrected nor retracted, as `f`. */
export const standing = (table: string, join = '') =>
  `${table} f ${join} WHERE f.case_id = c.id AND NOT f.retracted AND NOT EXISTS (SELECT FROM ${table} g WHERE g.corrects_id = f.id)`;

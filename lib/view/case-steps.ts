import type { CaseFacts } from '#lib/domain/facts.ts';

/** One step from a new case to its first reported turn. */
export type CaseStep = {
  title: string;
  detail: string;
  href: string;
  state: 'done' | 'next' | 'later';
};

/** The steps of a case that is not yet under way; null once it has been through all of them. */
export function caseSteps({
  caseId,
  operations,
  devices,
  versions,
  reports,
}: CaseFacts): readonly CaseStep[] | null {
  const path = `/cases/${caseId}`;
  const steps = [
    {
      title: 'Record the operation',
      detail: 'when it ended: latency runs from there',
      href: `${path}/devices#operations`,
      isDone: operations.some(({ kind }) => kind === 'index'),
    },
    {
      title: 'Place the devices',
      detail: 'each with its label, thread, travel and opening',
      href: `${path}/devices#devices`,
      isDone: devices.length > 0,
    },
    {
      title: 'Write the protocol',
      detail: 'what is turned when, filled in from the defaults of the clinic',
      href: `${path}/protocol?write=next`,
      isDone: versions.length > 0,
    },
    {
      title: 'Record the turns',
      detail: 'from a phone call, a paper sheet or a file',
      href: `${path}/turns/call`,
      isDone: reports.length > 0,
    },
  ];
  const next = steps.findIndex(({ isDone }) => !isDone);
  if (next === -1) return null;
  return steps.map(({ isDone, ...step }, index) => ({
    ...step,
    state: isDone ? 'done' : index === next ? 'next' : 'later',
  }));
}

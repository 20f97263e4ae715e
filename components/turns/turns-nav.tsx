import { SegmentedLinks } from '#components/ui/segmented-links.tsx';

const PARTS = [
  { path: '', label: 'Flowsheet' },
  { path: '/call', label: 'Phone call' },
  { path: '/sheet', label: 'Paper sheet' },
  { path: '/import', label: 'CSV' },
] as const;

type TurnsNavProps = { caseId: string; current: (typeof PARTS)[number]['path']; mayRecord: boolean };

/** The flowsheet and the ways to record turns. Who may not record sees no ways to. */
export function TurnsNav({ caseId, current, mayRecord }: TurnsNavProps) {
  if (!mayRecord) return null;
  return (
    <SegmentedLinks
      label="Turns"
      segments={PARTS.map(({ path, label }) => ({
        href: `/cases/${caseId}/turns${path}`,
        label,
        current: path === current,
      }))}
    />
  );
}

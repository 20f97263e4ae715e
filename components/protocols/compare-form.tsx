import { Button } from '#components/ui/button.tsx';
import { Select } from '#components/ui/select.tsx';
import type { VersionComparison } from '#lib/view/version-comparison.ts';
import { Lines } from './comparison-view.tsx';

/** The difference in words between any two versions: an ordinary form, so that its answer has an address. */
export function CompareForm({ caseId, comparison }: { caseId: string; comparison: VersionComparison }) {
  const { versions, from, to, difference } = comparison;
  return (
    <div className="grid gap-3" id="compare">
      <form
        action={`/cases/${caseId}/protocol#compare`}
        data-print="hide"
        className="flex flex-wrap items-end gap-3"
        aria-label="Compare two versions"
      >
        {[
          { name: 'from', label: 'Compare', value: from },
          { name: 'to', label: 'with', value: to },
        ].map(({ name, label, value }) => (
          <span key={name} className="grid gap-1">
            <label htmlFor={`compare-${name}`}>{label}</label>
            <Select
              id={`compare-${name}`}
              name={name}
              options={versions}
              defaultValue={value}
              className="w-28"
            />
          </span>
        ))}
        <Button type="submit">Compare</Button>
      </form>
      {difference === null ? null : (
        <Lines title={`v${from} \u2192 v${to}`} lines={difference} none="Both prescribe the same." />
      )}
    </div>
  );
}

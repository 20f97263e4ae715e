import type { HoverSlot } from '#lib/view/chart/chart-hover.ts';

/** One slot across the devices, in words and figures; it keeps its height, so that nothing jumps. */
export function SlotReadout({ slot, labels }: { slot: HoverSlot | undefined; labels: readonly string[] }) {
  if (!slot) return null;
  return (
    <div data-print="hide" className="mb-2 grid gap-1 border-line border-y py-2 text-sm">
      <p className="font-medium">{slot.when}</p>
      <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[repeat(auto-fit,minmax(17rem,1fr))]">
        {slot.cells.map((cell, index) => (
          <div key={labels[index]} className="min-h-10 min-w-0">
            <dt className="inline font-semibold">{labels[index]} </dt>
            <dd className="inline">
              {cell.status}
              <span className="text-ink-muted">{cell.by && ` · ${cell.by}`}</span>
              <span className="block text-ink-muted">
                {cell.planned === null ? 'no plan' : `planned ${cell.planned}`}
                {cell.reported !== null && (
                  <>
                    {' · '}
                    <span className="text-ink">reported {cell.reported}</span>
                  </>
                )}
                {cell.deviation !== null && ` · ${cell.deviation}`}
                {cell.version !== null && ` · ${cell.version}`}
              </span>
              {cell.measured !== null && <span className="block">Measured {cell.measured}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

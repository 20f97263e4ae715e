import { clsx } from 'clsx';

type ProgressBarProps = {
  /** The whole of it in words, with units: `Left device: 6.5 of 8.0 mm planned by today, target 20 mm`. */
  label: string;
  /** Full length of the bar; all amounts in the same unit. */
  target: number;
  /** Where it should be now; null when there is no plan to hold it against. */
  planned: number | null;
  /** Where it is as far as anybody knows; null when nobody does. */
  reported: number | null;
  /** How far off the plan is still fine. */
  tolerance?: { behind: number; ahead: number } | undefined;
  className?: string | undefined;
};

/** Reported over planned on the way to the target, with the tolerance around the plan. Renders on the server. */
export function ProgressBar({ label, target, planned, reported, tolerance, className }: ProgressBarProps) {
  const at = (amount: number) => Math.min(100, Math.max(0, target > 0 ? (amount / target) * 100 : 0));
  const band =
    planned !== null && tolerance
      ? { from: at(planned - tolerance.behind), to: at(planned + tolerance.ahead) }
      : null;
  if (reported === null) {
    return (
      <div
        role="img"
        aria-label={label}
        title={label}
        className={clsx('hatch my-1 h-2 min-w-16 border border-line-strong border-dashed', className)}
      />
    );
  }
  return (
    <svg role="img" className={clsx('block h-4 w-full min-w-16 overflow-visible', className)}>
      <title>{label}</title>
      <line x1="0" x2="100%" y1="8" y2="8" className="stroke-line-strong" />
      <line x1="100%" x2="100%" y1="4" y2="12" className="stroke-line-strong" />
      {band ? (
        <rect
          x={`${band.from}%`}
          y="2"
          width={`${band.to - band.from}%`}
          height="12"
          className="fill-hatch opacity-60"
        />
      ) : null}
      <rect y="5" width={`${at(reported)}%`} height="6" className="fill-chart-reported" />
      {planned === null ? null : (
        <line x1={`${at(planned)}%`} x2={`${at(planned)}%`} y1="1" y2="15" className="stroke-2 stroke-ink" />
      )}
    </svg>
  );
}

import { LevelBadge } from '#components/ui/level-badge.tsx';
import type { PatientBanner } from '#lib/view/patient-banner.ts';

type PatientBannerLineProps = {
  banner: PatientBanner;
  /** The name as the title of the page, or as plain text where the page has a title of its own. */
  as?: 'h1' | 'p';
};

/** Who the patient is: the same line on every screen and print. */
export function PatientBannerLine({ banner, as: Name = 'h1' }: PatientBannerLineProps) {
  const { name, born, sex, mrn, alerts } = banner;
  return (
    <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <Name className="font-semibold text-xl tracking-tight">{name}</Name>
      <p className="flex flex-wrap gap-x-4">
        <span>
          <span className="text-ink-muted">born</span> {born}
        </span>
        <span>{sex}</span>
        <span>
          <span className="text-ink-muted">MRN</span> {mrn}
        </span>
      </p>
      {alerts.map((alert) => (
        <LevelBadge key={alert} level="look">
          {alert}
        </LevelBadge>
      ))}
    </div>
  );
}

import type { ReactNode } from 'react';
import { Static } from '#components/ui/static.tsx';
import type { PatientBanner } from '#lib/view/patient-banner.ts';
import { CaseTabs } from './case-tabs.tsx';
import { CaseWatch } from './case-watch.tsx';
import { PatientBannerLine } from './patient-banner.tsx';

type CaseFrameProps = {
  caseId: string;
  banner: PatientBanner;
  detail: string;
  path: string;
  mayReadPhotographs: boolean;
  watch: { seen: string; loadedAt: number } | null;
  children: ReactNode;
};

/**
 * What every page of a case has around it: the banner and the tabs. A print sheet (`data-sheet`) repeats the
 * banner on each of its own pages, so there it is not printed a second time.
 */
export function CaseFrame(props: CaseFrameProps) {
  const { caseId, banner, detail, path, mayReadPhotographs, watch, children } = props;
  return (
    <div className="group/case grid grid-cols-[minmax(0,1fr)] gap-4">
      <header className="grid grid-cols-[minmax(0,1fr)] gap-2 print:group-has-data-sheet/case:hidden">
        <Static className="">
          <PatientBannerLine banner={banner} />
          <p className="text-ink-muted">{detail}</p>
          <CaseTabs caseId={caseId} path={path} mayReadPhotographs={mayReadPhotographs} />
        </Static>
      </header>
      {children}
      {watch ? <CaseWatch caseId={caseId} {...watch} /> : null}
    </div>
  );
}

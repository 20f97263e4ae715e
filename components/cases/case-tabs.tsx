import { NavTabs } from '#components/ui/nav-tabs.tsx';

const TABS = [
  { segment: null, label: 'Overview' },
  { segment: 'turns', label: 'Turns' },
  { segment: 'protocol', label: 'Protocol' },
  { segment: 'devices', label: 'Devices' },
  { segment: 'measurements', label: 'Measurements' },
  { segment: 'complications', label: 'Complications' },
  { segment: 'contacts', label: 'Contacts' },
  { segment: 'timeline', label: 'Timeline' },
  { segment: 'photographs', label: 'Photographs' },
  { segment: 'removal', label: 'Removal' },
  { segment: 'patient', label: 'Patient' },
  { segment: 'print', label: 'Print' },
];

type CaseTabsProps = { caseId: string; path: string; mayReadPhotographs: boolean };

/** The parts of a case; which one is open is in the address. */
export function CaseTabs({ caseId, path, mayReadPhotographs }: CaseTabsProps) {
  const offered = TABS.filter(({ segment }) => segment !== 'photographs' || mayReadPhotographs);
  const tabs = offered.map(({ segment, label }) => ({
    href: segment === null ? `/cases/${caseId}` : `/cases/${caseId}/${segment}`,
    label,
  }));
  return <NavTabs label="Parts of the case" tabs={tabs} path={path} />;
}

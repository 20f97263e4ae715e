import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { ClinicSwitcher } from '#components/auth/clinic-switcher.tsx';
import { SessionWatch } from '#components/auth/session-watch.tsx';
import { UserMenu } from '#components/auth/user-menu.tsx';
import { AppFrame } from '#components/shell/app-frame.tsx';
import { SearchBox } from '#components/shell/search-box.tsx';
import { parseTheme, themeCookie } from '#components/shell/theme.ts';
import { loadSession } from '#lib/loaders/load-session.ts';

export default async function ClinicLayout({ children }: { children: ReactNode }) {
  const { person, clinic, clinics, nav, path, mayReadCases, idleSeconds } = await loadSession();
  const theme = parseTheme((await cookies()).get(themeCookie)?.value);
  return (
    <AppFrame
      nav={nav}
      path={path}
      theme={theme}
      clinic={clinic?.name ?? 'No clinic'}
      clinicSwitcher={clinics.length > 1 ? <ClinicSwitcher clinic={clinic} clinics={clinics} /> : null}
      search={mayReadCases ? <SearchBox action="/" placeholder="Name, MRN or lot" /> : null}
      userMenu={<UserMenu name={person.name} />}
    >
      {children}
      <SessionWatch personId={person.id} idleSeconds={idleSeconds} />
    </AppFrame>
  );
}

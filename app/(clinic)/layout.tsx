import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { ClinicSwitcher } from '#components/auth/clinic-switcher.tsx';
import { SessionWatch } from '#components/auth/session-watch.tsx';
import { UserMenu } from '#components/auth/user-menu.tsx';
import { AppFrame } from '#components/shell/app-frame.tsx';
import { SearchBox } from '#components/shell/search-box.tsx';
import { parseTheme, themeCookie } from '#components/shell/theme.ts';
import { Static } from '#components/ui/static.tsx';
import { loadSession } from '#lib/loaders/load-session.ts';

export default async function ClinicLayout({ children }: { children: ReactNode }) {
  const { person, clinic, clinics, nav, mayReadCases, idleSeconds } = await loadSession();
  const theme = parseTheme((await cookies()).get(themeCookie)?.value);
  return (
    <AppFrame
      nav={nav}
      theme={theme}
      clinic={<ClinicSwitcher clinic={clinic} clinics={clinics} />}
      search={
        mayReadCases ? (
          <Static>
            <SearchBox action="/" placeholder="Name, MRN or lot" />
          </Static>
        ) : null
      }
      userMenu={<UserMenu name={person.name} />}
    >
      {children}
      <SessionWatch personId={person.id} idleSeconds={idleSeconds} />
    </AppFrame>
  );
}

'use client';

import { useActionState } from 'react';
import { HeaderMenu, headerMenuItem } from '#components/shell/header-menu.tsx';
import { switchClinicAction } from '#lib/actions/switch-clinic-action.ts';

type Clinic = { id: string; name: string };

/** The clinic one works in, for who works in several: he changes it here. */
export function ClinicSwitcher({ clinic, clinics }: { clinic: Clinic | null; clinics: readonly Clinic[] }) {
  const [state, switchTo] = useActionState(switchClinicAction, { status: 'idle' });
  return (
    <HeaderMenu
      label="Clinic"
      summary={<span className="truncate">{clinic?.name ?? 'No clinic'}</span>}
      align="start"
    >
      {state.status === 'refused' ? <p role="alert">{state.message}</p> : null}
      <form action={switchTo}>
        {clinics.map(({ id, name: other }) => (
          <button
            key={id}
            type="submit"
            name="clinicId"
            value={id}
            aria-current={id === clinic?.id || undefined}
            className={headerMenuItem}
          >
            {other}
          </button>
        ))}
      </form>
    </HeaderMenu>
  );
}

import 'server-only';
import { askedPath } from '#lib/auth/asked-address.ts';
import { requirePerson } from '#lib/auth/gate.ts';
import { type Action, can } from '#lib/domain/access/can.ts';
import type { SessionView } from '#lib/view/session-view.ts';

/** The client is signed out this much earlier than the server would do it, so that a pending page never comes too late. */
const HEAD_START_S = 120;

/** What the frame of every page shows of the person who is signed in; anybody else is sent to sign in. */
export async function loadSession(): Promise<SessionView> {
  const { person, clinic, clinics, actor, idleMs } = await requirePerson();
  const may = (action: Action) => clinic !== null && can(actor, action, { clinicId: clinic.id });
  return {
    person: { id: person.id, name: person.name },
    clinic: clinic && { id: clinic.id, name: clinic.name },
    clinics: clinics.map(({ id, name }) => ({ id, name })),
    nav: [
      ...(may('case.read') ? [{ href: '/', label: 'Worklist' }] : []),
      ...(may('contact.record') ? [{ href: '/calls', label: 'Calls' }] : []),
      ...(may('case.read')
        ? [
            { href: '/removals', label: 'Removals' },
            { href: '/hand-over', label: 'Hand-over' },
            { href: '/hardware', label: 'Hardware' },
          ]
        : []),
      ...(may('outcome.read') ? [{ href: '/outcomes', label: 'Outcomes' }] : []),
      ...(may('people.manage') ? [{ href: '/admin/people', label: 'People' }] : []),
      ...(may('clinic.manage')
        ? [
            { href: '/admin/defaults', label: 'Defaults' },
            { href: '/admin/devices', label: 'Devices' },
            { href: '/admin/recalls', label: 'Recalls' },
          ]
        : []),
      ...(may('theatre.manage') ? [{ href: '/admin/theatres', label: 'Theatres' }] : []),
    ],
    path: await askedPath(),
    mayReadCases: may('case.read'),
    idleSeconds: idleMs / 1_000 - HEAD_START_S,
  };
}

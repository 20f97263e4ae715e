import type { PeopleRefusal } from '#lib/domain/access/clinic-people.ts';

/** Why an administrator's change to a person was refused, and what to do. */
export const PEOPLE_SENTENCES: Record<PeopleRefusal['kind'], string> = {
  forbidden: 'You are no longer an administrator of this clinic, so nothing was changed.',
  'not-found': 'This person no longer has a role in this clinic, so nothing was changed.',
  yourself:
    'This is your own account, so nothing was changed. Change your password under Account; another administrator can disable you.',
  'works-elsewhere':
    'This person also works in another clinic, so the account was not changed. You can take away the roles in this clinic.',
  'last-administrator':
    'The clinic would be left without an administrator, so nothing was changed. Make somebody else administrator first.',
};

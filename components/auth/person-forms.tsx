import { ActionForm } from '#components/forms/action-form.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { Section } from '#components/ui/section.tsx';
import { changeRolesAction } from '#lib/actions/change-roles-action.ts';
import { disablePersonAction } from '#lib/actions/disable-person-action.ts';
import { enablePersonAction } from '#lib/actions/enable-person-action.ts';
import { makePasswordLinkAction } from '#lib/actions/make-password-link-action.ts';
import { resetSecondFactorAction } from '#lib/actions/reset-second-factor-action.ts';
import type { PersonRow } from '#lib/view/person-row.ts';
import { RoleFields } from './role-fields.tsx';

/** What an administrator can do about one person: roles, a new password link, locking out. */
export function PersonForms({ person }: { person: PersonRow }) {
  return (
    <>
      <Section id="roles" title="Roles">
        <ActionForm action={changeRolesAction} labels={{ roles: 'Roles' }} aria-label="Roles">
          <input type="hidden" name="personId" value={person.id} />
          {person.roles.map((role) => (
            <input key={role} type="hidden" name="before" value={role} />
          ))}
          <RoleFields chosen={person.roles} />
          <SubmitButton className="justify-self-start" pendingLabel="Saving…">
            Save roles
          </SubmitButton>
        </ActionForm>
      </Section>
      <Section id="account" title="Account">
        <AccountForms person={person} />
      </Section>
    </>
  );
}

function AccountForms({ person }: { person: PersonRow }) {
  if (person.isYourself) {
    return (
      <p>
        This is your own account: change your password under Account. Another administrator can disable you.
      </p>
    );
  }
  if (person.worksElsewhere) {
    return (
      <p>
        {person.name} also works in another clinic, so this clinic cannot reset or disable the account. Taking
        away all roles above ends the access to this clinic.
      </p>
    );
  }
  return (
    <div className="grid gap-4">
      {person.isDisabled ? null : (
        <ActionForm action={makePasswordLinkAction} aria-label="Password link">
          <input type="hidden" name="personId" value={person.id} />
          <p>
            A new address at which {person.name} sets a password. Until it is used, the present password
            works.
          </p>
          <SubmitButton variant="secondary" className="justify-self-start" pendingLabel="Making…">
            Make a password link
          </SubmitButton>
        </ActionForm>
      )}
      <ActionForm action={resetSecondFactorAction} aria-label="Second factor">
        <input type="hidden" name="personId" value={person.id} />
        <p>
          {person.hasSecondFactor
            ? `Signing in asks ${person.name} for a code. If the telephone and the recovery codes are lost, take the second factor away: the password alone signs in until a new one is set up. Make sure first that it is ${person.name} who asks.`
            : `${person.name} has set up no second factor: the password alone signs in.`}
        </p>
        {person.hasSecondFactor ? (
          <SubmitButton variant="secondary" className="justify-self-start" pendingLabel="One moment…">
            Take the second factor away
          </SubmitButton>
        ) : null}
      </ActionForm>
      <ActionForm
        action={person.isDisabled ? enablePersonAction : disablePersonAction}
        aria-label={person.isDisabled ? 'Enable the account' : 'Disable the account'}
      >
        <input type="hidden" name="personId" value={person.id} />
        <p>
          {person.isDisabled
            ? 'Enabled again, the account has the password and the roles it had.'
            : `Disabling signs ${person.name} out everywhere at once, until an administrator enables the account again. What this person recorded stays.`}
        </p>
        <SubmitButton
          variant={person.isDisabled ? 'secondary' : 'danger'}
          className="justify-self-start"
          pendingLabel="One moment…"
        >
          {person.isDisabled ? 'Enable the account' : 'Disable the account'}
        </SubmitButton>
      </ActionForm>
    </div>
  );
}

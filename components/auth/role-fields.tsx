import { CheckboxField } from '#components/forms/choice-field.tsx';
import { ROLES, type Role } from '#lib/domain/access/actor.ts';
import { ROLE_WORDS } from '#lib/view/role-words.ts';

/** The roles of a person in the clinic, any number of them. */
export function RoleFields({ chosen }: { chosen: readonly Role[] }) {
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-medium">Roles in this clinic</legend>
      {ROLES.map((role) => (
        <CheckboxField
          key={role}
          name="roles"
          value={role}
          label={ROLE_WORDS[role].name}
          hint={ROLE_WORDS[role].detail}
          defaultChecked={chosen.includes(role)}
        />
      ))}
    </fieldset>
  );
}

import { ActionForm } from '#components/forms/action-form.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { TextField } from '#components/forms/text-field.tsx';
import { addPersonAction } from '#lib/actions/add-person-action.ts';
import { RoleFields } from './role-fields.tsx';

/** Somebody new in the clinic; the answer shows the address to pass on. */
export function AddPersonForm() {
  return (
    <ActionForm
      action={addPersonAction}
      labels={{ name: 'Name', email: 'E-mail address', roles: 'Roles' }}
      aria-label="Add a person"
      resetOnSaved
      className="max-w-xl"
    >
      <TextField name="name" label="Name" autoComplete="off" maxLength={200} />
      <TextField name="email" label="E-mail address" type="email" autoComplete="off" maxLength={254} />
      <RoleFields chosen={[]} />
      <SubmitButton pendingLabel="Adding…" className="justify-self-start">
        Add person
      </SubmitButton>
    </ActionForm>
  );
}

import { ActionForm } from '#components/forms/action-form.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { TextField } from '#components/forms/text-field.tsx';
import { changePasswordAction } from '#lib/actions/change-password-action.ts';
import { NewPasswordFields, newPasswordLabels } from './new-password-fields.tsx';

/** One's own password: the present one, and the new one twice. */
export function ChangePasswordForm({ email }: { email: string }) {
  return (
    <ActionForm
      action={changePasswordAction}
      labels={{ currentPassword: 'Present password', ...newPasswordLabels }}
      aria-label="Change password"
      resetOnSaved
      className="max-w-md"
    >
      <input type="hidden" name="email" value={email} autoComplete="username" />
      <TextField
        name="currentPassword"
        label="Present password"
        type="password"
        autoComplete="current-password"
        maxLength={200}
      />
      <NewPasswordFields />
      <SubmitButton pendingLabel="Changing…" className="justify-self-start">
        Change password
      </SubmitButton>
    </ActionForm>
  );
}

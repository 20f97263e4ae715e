import { TextField } from '#components/forms/text-field.tsx';

/** The labels of the fields below, for the summary of what is wrong. */
export const newPasswordLabels = { password: 'New password', repeatedPassword: 'New password again' };

/** A new password, typed twice. */
export function NewPasswordFields() {
  return (
    <>
      <TextField
        name="password"
        label={newPasswordLabels.password}
        hint="At least 12 characters; several words are easy to remember."
        type="password"
        autoComplete="new-password"
        maxLength={200}
      />
      <TextField
        name="repeatedPassword"
        label={newPasswordLabels.repeatedPassword}
        type="password"
        autoComplete="new-password"
        maxLength={200}
      />
    </>
  );
}

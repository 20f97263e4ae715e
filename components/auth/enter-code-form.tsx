import { ActionForm } from '#components/forms/action-form.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { TextField } from '#components/forms/text-field.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { enterCodeAction } from '#lib/actions/enter-code-action.ts';

/** The code of the second factor, after the right password. `next`: where to go afterwards. */
export function EnterCodeForm({ next }: { next: string }) {
  return (
    <>
      <ActionForm action={enterCodeAction} labels={{ code: 'Code' }} aria-label="Enter the code">
        <input type="hidden" name="next" value={next} />
        <TextField
          name="code"
          label="Code"
          hint="The six digits that your authenticator app shows now, or one of your recovery codes."
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
        />
        <SubmitButton pendingLabel="Signing in…">Sign in</SubmitButton>
      </ActionForm>
      <p className="text-ink-muted text-sm">
        Telephone and recovery codes lost? An administrator of your clinic can take the second factor away.{' '}
        <TextLink href="/sign-in">Start again</TextLink>
      </p>
    </>
  );
}

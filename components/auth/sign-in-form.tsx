import { ActionForm } from '#components/forms/action-form.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { TextField } from '#components/forms/text-field.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { signInAction } from '#lib/actions/sign-in-action.ts';

type SignInFormProps = {
  /** Where to go afterwards. */
  next: string;
  /** Why the person is asked to sign in. */
  notice: string | null;
  /** Whose OpenID Connect signs people in too; null: nobody's. */
  hospital: string | null;
};

/** E-mail address and password, or the hospital's own sign-in; works before hydration. */
export function SignInForm({ next, notice, hospital }: SignInFormProps) {
  return (
    <div className="grid gap-4">
      <h1 className="font-semibold text-2xl">Sign in</h1>
      {notice ? <Alert level="info" title={notice} /> : null}
      <ActionForm
        action={signInAction}
        labels={{ email: 'E-mail address', password: 'Password' }}
        aria-label="Sign in"
      >
        <input type="hidden" name="next" value={next} />
        <TextField name="email" label="E-mail address" type="email" autoComplete="username" maxLength={254} />
        <TextField
          name="password"
          label="Password"
          type="password"
          autoComplete="current-password"
          maxLength={200}
        />
        <SubmitButton pendingLabel="Signing in…">Sign in</SubmitButton>
      </ActionForm>
      {hospital ? (
        // A whole new page: it leads out of this software and back.
        <a
          href={`/api/session/hospital?next=${encodeURIComponent(next)}`}
          className={buttonClass('secondary')}
        >
          Sign in with {hospital}
        </a>
      ) : null}
      <p className="text-ink-muted text-sm">
        No account, or the password forgotten? An administrator of your clinic gives you a password link.
      </p>
    </div>
  );
}

import { ActionForm } from '#components/forms/action-form.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { TextField } from '#components/forms/text-field.tsx';
import { QrCode } from '#components/ui/qr-code.tsx';
import { changeSecondFactorAction } from '#lib/actions/change-second-factor-action.ts';
import { counted } from '#lib/view/format-date.ts';

type SecondFactor =
  | { state: 'off' }
  | { state: 'being-set-up'; secret: string; uri: string }
  | { state: 'on'; recoveryCodesLeft: number };

/**
 * Sets up, confirms and turns off the second factor of one's own account. It is one form throughout, so that
 * what the last step answered, the recovery codes above all, stays on the page when the next one appears.
 */
export function SecondFactorForm({ secondFactor }: { secondFactor: SecondFactor }) {
  return (
    <ActionForm
      action={changeSecondFactorAction}
      labels={{ currentPassword: 'Present password', code: 'Code' }}
      aria-label="Second factor"
      resetOnSaved
      className="max-w-md"
    >
      <SecondFactorFields key={secondFactor.state} secondFactor={secondFactor} />
    </ActionForm>
  );
}

function SecondFactorFields({ secondFactor }: { secondFactor: SecondFactor }) {
  switch (secondFactor.state) {
    case 'off':
      return (
        <>
          <input type="hidden" name="step" value="set-up" />
          <p>
            With an authenticator app on your telephone, signing in asks for a code after the password: who
            learns your password alone does not get in.
          </p>
          <PresentPasswordField />
          <SubmitButton variant="secondary" pendingLabel="One moment…" className="justify-self-start">
            Set up a second factor
          </SubmitButton>
        </>
      );
    case 'being-set-up':
      return <ConfirmFields secret={secondFactor.secret} uri={secondFactor.uri} />;
    case 'on':
      return (
        <>
          <input type="hidden" name="step" value="turn-off" />
          <p>
            It is on: signing in asks for a code of your app.{' '}
            {counted(secondFactor.recoveryCodesLeft, 'recovery code')} left. For new recovery codes or another
            telephone, turn it off and set it up again.
          </p>
          <PresentPasswordField />
          <CodeField hint="The six digits of your app, or a recovery code." />
          <SubmitButton variant="danger" pendingLabel="Turning off…" className="justify-self-start">
            Turn the second factor off
          </SubmitButton>
        </>
      );
  }
}

function ConfirmFields({ secret, uri }: { secret: string; uri: string }) {
  return (
    <>
      <input type="hidden" name="step" value="confirm" />
      <p>Scan this with your authenticator app, or type the secret into it.</p>
      <QrCode text={uri} label="QR code for your authenticator app" />
      <p>
        Secret: <code className="break-all">{secret.replaceAll(/.{4}(?=.)/g, '$& ')}</code>
      </p>
      <p>
        <a href={uri} className="text-accent underline decoration-1 underline-offset-2">
          Open it in an app on this device
        </a>
      </p>
      <CodeField hint="The six digits that the app shows now. Until you confirm, signing in stays as it is." />
      <SubmitButton pendingLabel="Confirming…" className="justify-self-start">
        Confirm and turn on
      </SubmitButton>
    </>
  );
}

function PresentPasswordField() {
  return (
    <TextField
      name="currentPassword"
      label="Present password"
      type="password"
      autoComplete="current-password"
      maxLength={200}
    />
  );
}

function CodeField({ hint }: { hint: string }) {
  return (
    <TextField
      name="code"
      label="Code"
      hint={hint}
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={40}
    />
  );
}

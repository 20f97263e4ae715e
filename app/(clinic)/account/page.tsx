import type { Metadata } from 'next';
import { ChangePasswordForm } from '#components/auth/change-password-form.tsx';
import { EndSessionsForm } from '#components/auth/end-sessions-form.tsx';
import { SecondFactorForm } from '#components/auth/second-factor-form.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Section } from '#components/ui/section.tsx';
import { loadAccount } from '#lib/loaders/load-account.ts';

export const metadata: Metadata = { title: 'Account' };

export default async function AccountPage() {
  const { name, email, clinics, secondFactor } = await loadAccount();
  return (
    <div className="grid max-w-2xl gap-6">
      <PageHeader title="Account" detail={`${name}, ${email}`} />
      <Section id="clinics" title="Clinics and roles">
        {clinics.length === 0 ? (
          <p>You have no role in any clinic. Ask the administrator of your clinic to add you.</p>
        ) : (
          <DescriptionList items={clinics.map((clinic) => ({ term: clinic.name, value: clinic.roles }))} />
        )}
      </Section>
      <Section id="password" title="Change password">
        <ChangePasswordForm email={email} />
      </Section>
      <Section id="second-factor" title="Second factor">
        <SecondFactorForm secondFactor={secondFactor} />
      </Section>
      <Section id="sessions" title="Sign out everywhere">
        <EndSessionsForm />
      </Section>
    </div>
  );
}

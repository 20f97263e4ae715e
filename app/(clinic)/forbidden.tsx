import { ButtonLink } from '#components/ui/button-link.tsx';

/** The title is an element: metadata is that of the page that is not shown. */
export default function Forbidden() {
  return (
    <div className="grid max-w-lg justify-items-start gap-4 py-8">
      <title>Not part of your role · Turnwise</title>
      <h1 className="font-semibold text-2xl tracking-tight">This is not part of your role</h1>
      <p className="text-ink-muted text-lg">
        Your roles in this clinic do not include this page. Nothing was changed. An administrator of the
        clinic can give you another role; under Account you see those you have.
      </p>
      <ButtonLink href="/account">Account</ButtonLink>
    </div>
  );
}

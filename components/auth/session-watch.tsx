import { IdleWarning } from '#components/shell/idle-warning.tsx';

/** Warns before inactivity signs out. It asks for the person of this page: another who signed in since is not taken for it. */
export function SessionWatch({ personId, idleSeconds }: { personId: string; idleSeconds: number }) {
  return (
    <IdleWarning
      idleSeconds={idleSeconds}
      warnSeconds={Math.min(120, Math.floor(idleSeconds / 3))}
      keepAliveUrl={`/api/session/keep-alive?person=${personId}`}
      signOutUrl="/api/session/sign-out"
      signInUrl="/sign-in"
    />
  );
}

'use client';

import Link from 'next/link';
import { HeaderMenu, headerMenuItem } from '#components/shell/header-menu.tsx';

/** Who is signed in, with the way to the account and out. Signing out is a form of its own: it works before hydration. */
export function UserMenu({ name }: { name: string }) {
  return (
    <HeaderMenu label="Account" summary={<span className="max-w-32 truncate">{name}</span>}>
      <Link href="/account" className={headerMenuItem}>
        Account
      </Link>
      <form action="/api/session/sign-out" method="post">
        <button type="submit" className={headerMenuItem}>
          Sign out
        </button>
      </form>
    </HeaderMenu>
  );
}

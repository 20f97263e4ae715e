import type { ReactNode } from 'react';
import { SoftLink } from '#components/ui/soft-link.tsx';
import { type NavItem, NavLinks } from './nav-links.tsx';
import { PageCacheGuard } from './page-cache-guard.tsx';
import { ProductMark } from './product-mark.tsx';
import { Shortcuts } from './shortcuts.tsx';
import { SoftLinks } from './soft-links.tsx';
import type { Theme } from './theme.ts';
import { ThemeToggle } from './theme-toggle.tsx';

type AppFrameProps = {
  nav: readonly NavItem[];
  theme: Theme;
  /** The clinic's name, or a way to change clinic. */
  clinic?: ReactNode | undefined;
  search?: ReactNode | undefined;
  userMenu?: ReactNode | undefined;
  children: ReactNode;
};

/** The frame of every page of the clinic: one bar, the page. Nothing of it is printed. */
export function AppFrame({ nav, theme, clinic, search, userMenu, children }: AppFrameProps) {
  return (
    <>
      <a
        href="#main"
        data-chrome=""
        className="sr-only z-50 rounded-md bg-accent px-4 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to the page
      </a>
      <header data-chrome="" className="top-0 z-40 border-line border-b bg-surface sm:sticky">
        <div className="flex h-12 items-center gap-2 px-4 sm:gap-4 lg:px-6">
          <SoftLink href="/" className="flex shrink-0 items-center gap-2 font-semibold tracking-tight">
            <ProductMark className="size-6" />
            <span className="max-sm:sr-only">Turnwise</span>
          </SoftLink>
          {clinic ? <div className="min-w-0 border-line border-l pl-2">{clinic}</div> : null}
          <NavLinks items={nav} className="hidden xl:block" />
          <div className="ml-auto flex shrink-0 items-center gap-1">
            {search ? <div className="max-sm:hidden">{search}</div> : null}
            <Shortcuts />
            <ThemeToggle initial={theme} />
            {userMenu}
          </div>
        </div>
        <NavLinks items={nav} className="overflow-x-auto px-2 sm:px-4 xl:hidden" />
        {search ? <div className="px-4 pt-1 pb-2 sm:hidden">{search}</div> : null}
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-[100rem] px-4 py-4 outline-none lg:px-6 lg:py-6"
      >
        {children}
      </main>
      <PageCacheGuard />
      <SoftLinks />
    </>
  );
}

import type { ReactNode } from 'react';
import { SoftLink } from '#components/ui/soft-link.tsx';
import { Static } from '#components/ui/static.tsx';
import { type NavItem, NavLinks } from './nav-links.tsx';
import { PageCacheGuard } from './page-cache-guard.tsx';
import { ProductMark } from './product-mark.tsx';
import { Shortcuts } from './shortcuts.tsx';
import { SoftLinks } from './soft-links.tsx';
import type { Theme } from './theme.ts';
import { ThemeToggle } from './theme-toggle.tsx';
import { UnsavedGuard } from './unsaved-guard.tsx';

type AppFrameProps = {
  nav: readonly NavItem[];
  path: string;
  theme: Theme;
  /** The clinic's name. */
  clinic: string;
  /** A way to change clinic, in place of its name. */
  clinicSwitcher?: ReactNode | undefined;
  /** Stands still. */
  search?: ReactNode | undefined;
  userMenu?: ReactNode | undefined;
  children: ReactNode;
};

const CLINIC = 'min-w-0 border-line border-l pl-2';

/** The frame of every page of the clinic: one bar, the page. Nothing of it is printed. */
export function AppFrame(props: AppFrameProps) {
  const { nav, path, theme, clinic, clinicSwitcher, search, userMenu, children } = props;
  const home = (
    <SoftLink href="/" className="flex shrink-0 items-center gap-2 font-semibold tracking-tight">
      <ProductMark className="size-6" />
      <span className="max-sm:sr-only">Turnwise</span>
    </SoftLink>
  );
  const links = <NavLinks items={nav} path={path} className="hidden xl:block" />;
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
          {clinicSwitcher ? (
            <>
              <Static>{home}</Static>
              <div className={CLINIC}>{clinicSwitcher}</div>
              <Static>{links}</Static>
            </>
          ) : (
            <Static>
              {home}
              <p className={`${CLINIC} truncate text-ink-muted`}>{clinic}</p>
              {links}
            </Static>
          )}
          <div className="ml-auto flex shrink-0 items-center gap-1">
            {search ? (
              <Static>
                <div className="max-sm:hidden">{search}</div>
              </Static>
            ) : null}
            <Shortcuts />
            <ThemeToggle initial={theme} />
            {userMenu}
          </div>
        </div>
        <Static>
          <NavLinks items={nav} path={path} className="overflow-x-auto px-2 sm:px-4 xl:hidden" />
          {search ? <div className="px-4 pt-1 pb-2 sm:hidden">{search}</div> : null}
        </Static>
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
      <UnsavedGuard />
    </>
  );
}

'use client';

import { useState } from 'react';
import { IconButton } from '#components/ui/button.tsx';
import { type Theme, themeCookie } from './theme.ts';

const next: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };
const words: Record<Theme, string> = { system: 'as the system', light: 'light', dark: 'dark' };
const aYear = 60 * 60 * 24 * 365;

/** Light, dark or as the system; kept in a cookie, so that the server renders the right one from the start. */
export function ThemeToggle({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useState(initial);
  function change() {
    const chosen = next[theme];
    setTheme(chosen);
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox ESR and older Safari
    document.cookie = `${themeCookie}=${chosen}; path=/; max-age=${chosen === 'system' ? 0 : aYear}; samesite=lax`;
    if (chosen === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = chosen;
  }
  return (
    <IconButton label={`Theme: ${words[theme]}. Change to ${words[next[theme]]}`} onClick={change}>
      <svg viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.3">
        {marks[theme]}
      </svg>
    </IconButton>
  );
}

const marks = {
  system: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
    </>
  ),
  light: (
    <>
      <circle cx="8" cy="8" r="3" />
      <path d="M8 1v1.5m0 11V15M1 8h1.5m11 0H15M3 3l1.1 1.1m7.8 7.8L13 13m0-10-1.1 1.1M4.1 11.9 3 13" />
    </>
  ),
  dark: <path d="M13.5 9.8A6 6 0 0 1 6.2 2.5a6 6 0 1 0 7.3 7.3z" />,
};

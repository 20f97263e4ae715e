/** The cookie that holds a person's choice of theme; absent means "as the system". */
export const themeCookie = 'turnwise-theme';

export type Theme = 'system' | 'light' | 'dark';

/** Reads the cookie's value; anything unexpected is `system`. */
export function parseTheme(value: string | undefined): Theme {
  return value === 'light' || value === 'dark' ? value : 'system';
}

import './globals.css';
import { GeistSans } from 'geist/font/sans';
import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { parseTheme, themeCookie } from '#components/shell/theme.ts';
import { beginDocument } from '#components/ui/document-parts.ts';

export const metadata: Metadata = {
  title: { default: 'Turnwise', template: '%s · Turnwise' },
  description: 'Distraction cases from operation to removal.',
  applicationName: 'Turnwise',
  icons: { icon: '/mark.svg' },
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, date: false, email: false, address: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#101519' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Not so when the browser's React asks for what a page has become.
  if ((await headers()).get('sec-fetch-dest') === 'document') beginDocument();
  const theme = parseTheme((await cookies()).get(themeCookie)?.value);
  return (
    <html
      lang="en"
      className={GeistSans.variable}
      data-theme={theme === 'system' ? undefined : theme}
      suppressHydrationWarning
    >
      <body className="min-h-dvh bg-surface font-sans text-ink antialiased">{children}</body>
    </html>
  );
}

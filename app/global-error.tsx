'use client';

import './globals.css';
import { Failure } from '#components/shell/failure.tsx';

export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body className="min-h-dvh bg-surface font-sans text-ink antialiased">
        <title>Turnwise: this page could not be shown</title>
        <Failure error={error} retry={retry} />
      </body>
    </html>
  );
}

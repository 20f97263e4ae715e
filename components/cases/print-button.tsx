'use client';

import { Button } from '#components/ui/button.tsx';

/** Opens the print dialogue of the browser. */
export function PrintButton() {
  return (
    <Button variant="primary" onClick={() => window.print()}>
      Print
    </Button>
  );
}

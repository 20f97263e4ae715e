import type { ReactNode } from 'react';

type PrintSheetProps = {
  /** Who it is about; stands at the head of every printed page. */
  identity: ReactNode;
  /** When, by whom, from which version; stands at the foot of every printed page. */
  provenance: ReactNode;
  /** The paper; the printer's own when left out. */
  paper?: 'a4' | 'letter' | undefined;
  children: ReactNode;
};

/** A printable sheet: browsers repeat the head and the foot of a table on each page. */
export function PrintSheet({ identity, provenance, paper, children }: PrintSheetProps) {
  return (
    <table role="presentation" data-paper={paper} className="w-full">
      <thead>
        <tr>
          <td className="border-line-strong border-b pb-2">{identity}</td>
        </tr>
      </thead>
      <tfoot>
        <tr>
          <td className="border-line border-t pt-2 text-ink-muted text-xs">{provenance}</td>
        </tr>
      </tfoot>
      <tbody>
        <tr>
          <td className="py-3">{children}</td>
        </tr>
      </tbody>
    </table>
  );
}

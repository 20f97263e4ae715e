import type { TurningSheet } from '#lib/view/turning-sheet.ts';
import { TurningSheetGuidance } from './turning-sheet-guidance.tsx';
import { TurningSheetTable } from './turning-sheet-table.tsx';

/** The pages of a turning sheet. Whose it is, from which version, and page x of y stand on each of them. */
export function TurningSheetView({ sheet }: { sheet: TurningSheet }) {
  const { words, identity, clinic, pages } = sheet;
  return (
    <div
      data-sheet=""
      className="turning-sheet grid w-max gap-6 print:block"
      data-sheet-paper={sheet.paper}
      lang={sheet.language}
    >
      {pages.map((page) => (
        <article key={page.page} className="turning-sheet-page" aria-label={`${words.title}, ${page.page}`}>
          <header>
            <p>
              <span className="font-bold text-[14pt] leading-tight">{identity.name}</span>
              <span className="block">
                {words.born} {identity.born} {'\u00b7'} MRN {identity.mrn}
              </span>
              <span className="block">{sheet.version}</span>
            </p>
            <p className="text-right">
              <span className="font-bold text-[14pt] leading-tight">{words.title}</span>
              <span className="block font-semibold">{page.page}</span>
              <span className="block">
                {words.clinicNumber}: <span className="font-bold">{clinic.phone ?? words.noNumber}</span>
              </span>
            </p>
          </header>
          <div>
            {page.days.length > 0 ? <TurningSheetTable page={page} words={words} /> : null}
            {page.hasGuidance ? (
              <>
                {sheet.notes.map((note) => (
                  <p key={note} className="pt-[2mm] font-semibold">
                    {note}
                  </p>
                ))}
                <TurningSheetGuidance guidance={sheet.guidance} words={words} />
              </>
            ) : null}
          </div>
          <footer>
            {sheet.guidance === null ? null : <p className="font-bold">{words.stopAtOnce}</p>}
            <p className="text-[7.5pt]">
              {sheet.printed} {'\u00b7'} {clinic.name} {'\u00b7'} {sheet.version} {'\u00b7'} Turnwise
            </p>
          </footer>
        </article>
      ))}
    </div>
  );
}

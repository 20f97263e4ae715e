import type { ReactNode } from 'react';
import type { TurningGuidance } from '#lib/view/sheet-guidance.ts';
import type { SheetWords } from '#lib/view/sheet-words.ts';

/** What to do besides turning: before a turn, when to stop, after a missed one, and when to call. */
export function TurningSheetGuidance({
  guidance,
  words,
}: {
  guidance: TurningGuidance | null;
  words: SheetWords;
}) {
  return (
    <div className="grid gap-[2.5mm] pt-[4mm]">
      {guidance === null ? null : (
        <>
          <Part title={words.before}>
            <ul className="list-disc pl-[5mm]">
              {words.beforeSteps.map((step) => (
                <li key={step}>{step}</li>
              ))}
              <li>{guidance.minInterval}</li>
              <li>{words.tick}</li>
            </ul>
          </Part>
          <Part title={words.stopRule}>
            <ul className="list-disc pl-[5mm]">
              {guidance.stopRule.map((rule) => (
                <li key={rule}>{rule}</li>
              ))}
            </ul>
          </Part>
          <Part title={words.missedTurn}>
            <p className="whitespace-pre-line">{guidance.missedTurnRule}</p>
          </Part>
        </>
      )}
      <Part title={words.warning}>
        <p className="font-semibold">{guidance === null ? words.warningCall : words.warningAction}</p>
        <ul className="columns-2 list-disc gap-[8mm] pt-[1mm] pl-[5mm]">
          {words.warningSigns.map((sign) => (
            <li key={sign}>{sign}</li>
          ))}
        </ul>
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="border border-black px-[2.5mm] py-[1.5mm]">
      <h2 className="font-bold text-[11pt]">{title}</h2>
      {children}
    </section>
  );
}

import { Alert } from '#components/ui/alert.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Section } from '#components/ui/section.tsx';
import { SegmentedLinks } from '#components/ui/segmented-links.tsx';
import type { Choice } from '#lib/view/intake-words.ts';
import type { PhotographPage } from '#lib/view/photograph-page.ts';
import { PhotographForm } from './photograph-form.tsx';
import { PhotographList } from './photograph-list.tsx';
import { PhotographPair } from './photograph-pair.tsx';
import { RetractPhotographForm } from './retract-photograph-form.tsx';
import type { RefusedPhotograph } from './typed-photograph.ts';

type PhotographsSectionProps = PhotographPage & {
  caseId: string;
  choices: readonly { id: string; label: string }[];
  complications: readonly Choice[];
  shows: { complicationId: string; deviceId: string | null } | null;
  photographId: string;
  today: string;
  zoneNote: string;
  mayRecord: boolean;
  mayRetract: boolean;
  /** What was done on the page before. */
  done: 'saved' | 'retracted' | null;
  before: RefusedPhotograph | null;
};

const DONE = {
  saved: 'The photograph is kept, without its metadata.',
  retracted: 'The photograph is withdrawn.',
};

/** The photographs of a case: two side by side, all of them over time, and the form for one more. */
export function PhotographsSection(props: PhotographsSectionProps) {
  const { caseId, cards, pair, devices, retracted, retracting, mayRetract, done, zoneNote } = props;
  return (
    <div className="grid grid-cols-1 gap-6">
      {done ? <Alert level="done" role="status" title={DONE[done]} /> : null}
      {retracting && mayRetract ? (
        <Section title="Withdraw a photograph" id="retract">
          <RetractPhotographForm caseId={caseId} card={retracting} />
        </Section>
      ) : null}
      {pair ? (
        <Section title="Side by side" id="compare">
          <PhotographPair pair={pair} />
        </Section>
      ) : null}
      <Section
        title="Photographs"
        id="photographs"
        detail={zoneNote === '' ? String(cards.length) : zoneNote}
        actions={devices.length > 0 ? <SegmentedLinks label="Device" segments={devices} /> : null}
      >
        {cards.length === 0 ? (
          <EmptyState title="No photograph yet">
            A photograph of the site on each visit shows redness, thinning skin and exposed metal over time.
            Take the first with a phone or choose a file below.
          </EmptyState>
        ) : (
          <PhotographList cards={cards} mayRetract={mayRetract} />
        )}
        {retracted.length > 0 ? (
          <ul className="mt-6 grid gap-1 text-ink-muted text-sm">
            {retracted.map(({ id, words }) => (
              <li key={id}>{words}</li>
            ))}
          </ul>
        ) : null}
      </Section>
      {props.mayRecord ? (
        <Section title="Add a photograph" id="add" className="print:hidden">
          <PhotographForm
            key={props.photographId}
            caseId={caseId}
            photographId={props.photographId}
            devices={props.choices}
            complications={props.complications}
            shows={props.shows}
            today={props.today}
            before={props.before}
          />
        </Section>
      ) : null}
    </div>
  );
}

import { FlagList, type FlagListProps } from '#components/flags/flag-list.tsx';
import { Section } from '#components/ui/section.tsx';
import { Static } from '#components/ui/static.tsx';
import type { ForecastLine } from '#lib/view/forecast-lines.ts';
import type { NextSlot } from '#lib/view/next-slot.ts';
import { NextSteps } from './next-steps.tsx';

type CaseAsideProps = FlagListProps & { nextSlot: NextSlot | null; forecast: readonly ForecastLine[] };

const COLUMN = 'grid grid-cols-[minmax(0,1fr)] content-start gap-6 lg:row-span-2';

/** What is off and what comes next, beside the chart. It stands still while nobody decides about a flag. */
export function CaseAside({ nextSlot, forecast, ...list }: CaseAsideProps) {
  const flags = (
    <Section title="Flags" id="flags" detail={String(list.flags.length)}>
      <FlagList {...list} />
    </Section>
  );
  const next = (
    <Section title="What comes next" id="next">
      <NextSteps nextSlot={nextSlot} forecast={forecast} />
    </Section>
  );
  if (list.flags.every(({ decisionId }) => decisionId === null)) {
    return (
      <Static className={COLUMN}>
        {flags}
        {next}
      </Static>
    );
  }
  return (
    <div className={COLUMN}>
      {flags}
      <Static>{next}</Static>
    </div>
  );
}

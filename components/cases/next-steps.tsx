import { DescriptionList } from '#components/ui/description-list.tsx';
import type { ForecastLine } from '#lib/view/forecast-lines.ts';
import type { NextSlot } from '#lib/view/next-slot.ts';

type NextStepsProps = { nextSlot: NextSlot | null; forecast: readonly ForecastLine[] };

/** The next slot, and where the course leads. */
export function NextSteps({ nextSlot, forecast }: NextStepsProps) {
  const next =
    nextSlot === null
      ? 'none planned in the next two weeks'
      : `${nextSlot.when} (${nextSlot.inWords}): ${nextSlot.amounts.join(', ')}`;
  return (
    <DescriptionList
      items={[
        { term: 'Next slot', value: next },
        ...forecast.map(({ what, words }) => ({ term: what, value: words })),
      ]}
    />
  );
}

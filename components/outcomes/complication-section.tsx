import { EmptyState } from '#components/ui/empty-state.tsx';
import { Section } from '#components/ui/section.tsx';
import type { ComplicationShares } from '#lib/view/complication-shares.ts';
import { ShareTable } from './share-table.tsx';

/** Complications by kind, device model and lot. */
export function ComplicationSection({ complications }: { complications: ComplicationShares }) {
  const { any, kinds, models, lots } = complications;
  return (
    <Section title="Complications" id="complications" detail={any ? `${any.counted} cases` : undefined}>
      {kinds.length === 0 ? (
        <EmptyState title="No complication of these cases is recorded">
          That none is recorded does not say that there was none. They are recorded on the page of a case.
        </EmptyState>
      ) : (
        <div className="grid grid-cols-1 gap-6">
          {any ? (
            <p className="max-w-prose">
              {any.share} of the cases had at least one (95 % interval {any.interval}). What is not recorded
              is not counted.
            </p>
          ) : null}
          <ShareTable caption="Cases with a complication, by kind" what="Kind" rows={kinds} />
          <ShareTable
            caption="Devices with a complication of their own, by model"
            what="Device model"
            rows={models}
          />
          {lots.length > 0 ? (
            <ShareTable
              caption="Devices with a complication of their own, by lot; the most affected first"
              what="Lot"
              rows={lots}
            />
          ) : null}
        </div>
      )}
    </Section>
  );
}

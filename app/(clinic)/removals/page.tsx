import type { Metadata } from 'next';
import { OrphanedBookings } from '#components/removals/orphaned-bookings.tsx';
import { RemovalTable } from '#components/removals/removal-table.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SegmentedLinks } from '#components/ui/segmented-links.tsx';
import { loadRemovals } from '#lib/loaders/load-removals.ts';

export const metadata: Metadata = { title: 'Removals' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RemovalsPage({ searchParams }: Props) {
  const page = await loadRemovals(await searchParams);
  return (
    <div className="grid grid-cols-1 gap-6">
      <PageHeader
        title="Removals"
        detail="Open cases with hardware in place, by the earliest safe date; infection and failure first"
        actions={
          <>
            <ButtonLink href="/removals/week">Theatre week</ButtonLink>
            <ButtonLink href="/removals/calendars" variant="quiet">
              Calendars
            </ButtonLink>
            {page.mayManage ? (
              <ButtonLink href="/admin/theatres" variant="quiet">
                Rooms and blocks
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <SegmentedLinks label="Show" segments={page.groups} />
      {page.orphans.length > 0 ? <OrphanedBookings orphans={page.orphans} /> : null}
      <RemovalTable rows={page.rows} />
    </div>
  );
}

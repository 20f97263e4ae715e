import type { Metadata } from 'next';
import { AnaesthetistSection, LeaveSection } from '#components/theatres/absence-sections.tsx';
import { BlockSection } from '#components/theatres/block-section.tsx';
import { RoomSection } from '#components/theatres/room-section.tsx';
import { SettingsSection } from '#components/theatres/settings-section.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { loadTheatres } from '#lib/loaders/load-theatres.ts';

export const metadata: Metadata = { title: 'Theatres' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function TheatresPage({ searchParams }: Props) {
  const query = await searchParams;
  const page = await loadTheatres(query);
  return (
    <div className="grid grid-cols-1 gap-6">
      <PageHeader
        title="Theatres"
        detail={`Rooms, surgeons’ blocks and days away in ${page.clinic}; times are on the clock of ${page.zone.replaceAll('_', ' ')}`}
      />
      {query.saved === 'removed' ? (
        <Alert
          level="done"
          role="status"
          title="Removed. Bookings that lay in it stay, and are shown under Removals."
        />
      ) : query.saved ? (
        <Alert level="done" role="status" title="Saved." />
      ) : null}
      <RoomSection rooms={page.rooms} form={page.roomForm} />
      <BlockSection
        blocks={page.blocks}
        choices={page.blockChoices}
        surgeons={page.surgeonChoices}
        rooms={page.roomChoices}
        today={page.today}
        ids={page.ids}
        form={query.form}
      />
      <LeaveSection
        leave={page.leave}
        people={page.awayChoices}
        today={page.today}
        leaveId={page.ids.leave}
      />
      <AnaesthetistSection people={page.anaesthetists} anaesthetistId={page.ids.anaesthetist} />
      <SettingsSection settings={page.settings} />
    </div>
  );
}

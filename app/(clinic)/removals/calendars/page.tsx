import type { Metadata } from 'next';
import { CalendarFeedForm } from '#components/theatres/calendar-feed-form.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { loadCalendars } from '#lib/loaders/load-calendar.ts';

export const metadata: Metadata = { title: 'Calendars' };

export default async function CalendarsPage() {
  const { mine, rooms, namesPatients } = await loadCalendars();
  return (
    <div className="grid max-w-4xl grid-cols-1 gap-6">
      <PageHeader
        title="Calendars"
        trail={<Breadcrumbs crumbs={[{ href: '/removals', label: 'Removals' }]} here="Calendars" />}
        detail={
          namesPatients
            ? 'Addresses for a calendar program. They name the patient, as the clinic has set.'
            : 'Addresses for a calendar program. They show room, surgeon and time, never the patient.'
        }
      />
      {mine ? <CalendarFeedForm of="own" name={`Your own times, ${mine.name}`} since={mine.since} /> : null}
      {rooms.map(({ id, name, since }) => (
        <CalendarFeedForm key={id} of={id} name={name} since={since} />
      ))}
      {rooms.length === 0 && !mine ? (
        <EmptyState title="No rooms yet">Calendars are made of rooms and of surgeons.</EmptyState>
      ) : null}
    </div>
  );
}

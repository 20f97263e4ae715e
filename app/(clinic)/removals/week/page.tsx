import type { Metadata } from 'next';
import { TheatreBoard } from '#components/theatres/theatre-board.tsx';
import { TheatreListTable } from '#components/theatres/theatre-list-table.tsx';
import { TodayLink } from '#components/theatres/today-link.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SegmentedLinks } from '#components/ui/segmented-links.tsx';
import { loadTheatreWeek } from '#lib/loaders/load-theatre-week.ts';

export const metadata: Metadata = { title: 'Theatre week' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function TheatreWeekPage({ searchParams }: Props) {
  const page = await loadTheatreWeek(await searchParams);
  const { links, isDay } = page;
  return (
    <>
      <PageHeader
        title={`Theatres, ${page.title}`}
        trail={<Breadcrumbs crumbs={[{ href: '/removals', label: 'Removals' }]} here="Theatre week" />}
        detail={`On the clock of ${page.zone.replaceAll('_', ' ')}`}
        actions={
          <>
            <SegmentedLinks
              label="Days in sight"
              segments={[
                { href: links.day, label: 'Day', current: isDay },
                { href: links.week, label: 'Week', current: !isDay },
              ]}
            />
            <ButtonLink href={links.previous}>Earlier</ButtonLink>
            <TodayLink href={links.today} day={page.today} />
            <ButtonLink href={links.next}>Later</ButtonLink>
          </>
        }
      />
      <TheatreBoard key={page.title} board={page.board} mayMove={page.mayMove} isDay={isDay} />
      <TheatreListTable groups={page.list} printed={page.printed} />
    </>
  );
}

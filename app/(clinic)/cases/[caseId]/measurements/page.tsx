import type { Metadata } from 'next';
import { MeasurementsSection } from '#components/measurements/measurements-section.tsx';
import { loadMeasurements } from '#lib/loaders/load-measurements.ts';

export const metadata: Metadata = { title: 'Measurements' };

type MeasurementsPageProps = {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function MeasurementsPage({ params, searchParams }: MeasurementsPageProps) {
  const { saved, correct } = await searchParams;
  const page = await loadMeasurements((await params).caseId, correct);
  return <MeasurementsSection {...page} saved={saved === '1'} />;
}

import { findRows } from './find-rows.ts';

type Props = { params: Promise<{ caseId: string }> };

/** What the case page is measured against: nothing but the root layout around the rows of the case, unused. */
export default async function RowsPage({ params }: Props) {
  await findRows((await params).caseId);
  return null;
}

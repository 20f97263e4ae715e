import type { ReactNode } from 'react';
import { CaseFrame } from '#components/cases/case-frame.tsx';
import { loadCaseFrame } from '#lib/loaders/load-case-frame.ts';

type CaseLayoutProps = { params: Promise<{ caseId: string }>; children: ReactNode };

export default async function CaseLayout({ params, children }: CaseLayoutProps) {
  const frame = await loadCaseFrame((await params).caseId);
  return <CaseFrame {...frame}>{children}</CaseFrame>;
}

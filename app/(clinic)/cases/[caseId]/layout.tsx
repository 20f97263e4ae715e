import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { CaseFrame } from '#components/cases/case-frame.tsx';
import { loadCaseFrame } from '#lib/loaders/load-case-frame.ts';

type CaseLayoutProps = { params: Promise<{ caseId: string }>; children: ReactNode };

export async function generateMetadata({ params }: CaseLayoutProps): Promise<Metadata> {
  const { banner } = await loadCaseFrame((await params).caseId);
  return { title: { default: banner.name, template: `%s · ${banner.name} · Turnwise` } };
}

export default async function CaseLayout({ params, children }: CaseLayoutProps) {
  const frame = await loadCaseFrame((await params).caseId);
  return <CaseFrame {...frame}>{children}</CaseFrame>;
}

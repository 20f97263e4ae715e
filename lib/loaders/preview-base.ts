import 'server-only';
import { can } from '#lib/domain/access/can.ts';
import { previewFacts } from '#lib/view/preview-facts.ts';
import type { PreviewBase } from '#lib/view/protocol-preview.ts';
import type { LoadedCase } from './load-case.ts';

/** What the browser needs to show what an amendment of a case would do, without the words that people wrote. */
export function previewBase({ at, record: { facts, header } }: LoadedCase): PreviewBase {
  return {
    facts: previewFacts(facts),
    clinic: header.clinicDefaults,
    maySign: can(at.actor, 'protocol.publish', { clinicId: at.clinic.id, withinBand: false }),
    now: at.now,
  };
}

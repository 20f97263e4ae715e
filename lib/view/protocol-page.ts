import type { LinkedChoice } from './amendment-choices.ts';
import type { CaseStep } from './case-steps.ts';
import type { CourseDraft, CourseRow } from './course-form.ts';
import type { Choice } from './intake-words.ts';
import type { ProtocolDone } from './protocol-done.ts';
import type { ProtocolDraft } from './protocol-form.ts';
import type { ProtocolHistoryRow } from './protocol-history.ts';
import type { PreviewBase } from './protocol-preview.ts';
import type { VersionComparison } from './version-comparison.ts';
import type { WaitingVersion } from './waiting-version.ts';

/** The versions of a protocol, the form of another one, what waits for a surgeon, and the decisions about the course. */
export type ProtocolPage = {
  caseId: string;
  zoneNote: string;
  isClosed: boolean;
  steps: readonly CaseStep[] | null;
  hasOperation: boolean;
  hasDevices: boolean;
  history: readonly ProtocolHistoryRow[];
  comparison: VersionComparison | null;
  /** What was just saved, or what has become of it since. */
  done: ProtocolDone | null;
  mayPublish: boolean;
  amendments: readonly LinkedChoice[];
  /** What is to be recorded before the exchange that the address asks for; null: nothing. */
  exchange: readonly CaseStep[] | null;
  staff: readonly Choice[];
  /** The present on the clock of the family. */
  now: { day: string; time: string };
  waiting: {
    waiting: WaitingVersion;
    /** The id of the answer; null where this person does not sign. */
    reviewId: string | null;
    isAuthor: boolean;
  } | null;
  form: {
    versionId: string;
    draft: ProtocolDraft;
    /** Which devices are amended; empty where there is nothing to choose. */
    devices: readonly LinkedChoice[];
    /** The versions that the amendment can start from; empty where there is one. */
    bases: readonly LinkedChoice[];
    /** What the author should know of the devices that were exchanged. */
    notes: readonly string[];
    latencyDays: number;
    preview: PreviewBase;
  } | null;
  /**
   * What the address asks to be written: the form starts anew where it asks for something else, and only there. Another
   * version that comes in between changes nothing about it.
   */
  formKey: string;
  course: {
    rows: readonly CourseRow[];
    /** What was just saved of it; null: nothing. */
    done: string | null;
    draft: CourseDraft | null;
    kinds: readonly Choice[];
    mayRecord: boolean;
    /** What the preview of a decision is made from; null while none is written. */
    facts: PreviewBase['facts'] | null;
    at: number;
  };
};

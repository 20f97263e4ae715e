import type { Instant } from '#lib/domain/units.ts';
import type { SaveCaregiverInput } from '#lib/schemas/caregiver.ts';
import type { OpenCaseInput } from '#lib/schemas/case.ts';
import type { ComplicationStepInput, RecordComplicationInput } from '#lib/schemas/complication.ts';
import type { ContactInput } from '#lib/schemas/contact.ts';
import type { CourseEventInput } from '#lib/schemas/course-event.ts';
import type { PlaceDeviceInput } from '#lib/schemas/device.ts';
import type { MeasurementInput } from '#lib/schemas/measurement.ts';
import type { OperationInput } from '#lib/schemas/operation.ts';
import type { PhotographInput } from '#lib/schemas/photograph.ts';
import type { PublishProtocolInput, ReviewProtocolInput, TellProtocolInput } from '#lib/schemas/protocol.ts';
import type { TurnReportInput } from '#lib/schemas/turn-reports.ts';
import type { SiteLook } from './drawn-photograph.ts';
import type { DecisionStory, TheatreStory } from './story.ts';

/** One write, and the moment at which it was made. */
export type Step = { at: Instant } & (
  | { kind: 'open'; input: OpenCaseInput }
  | { kind: 'caregiver'; input: SaveCaregiverInput }
  | { kind: 'operation'; input: OperationInput }
  | { kind: 'device'; input: PlaceDeviceInput }
  | { kind: 'version'; input: PublishProtocolInput; byNurse: boolean }
  | { kind: 'review'; input: ReviewProtocolInput }
  | { kind: 'told'; input: TellProtocolInput }
  | { kind: 'reports'; reports: TurnReportInput[] }
  | { kind: 'reading'; input: MeasurementInput }
  | { kind: 'event'; input: CourseEventInput }
  | { kind: 'complication'; input: RecordComplicationInput }
  | { kind: 'complication-step'; input: ComplicationStepInput }
  | { kind: 'contact'; input: ContactInput }
  | { kind: 'decision'; id: string; decision: DecisionStory }
  | { kind: 'photograph'; input: PhotographInput; look: SiteLook }
  | { kind: 'theatre'; ids: { write: string; booking: string }; story: TheatreStory }
  | { kind: 'close'; reason: string | null }
);

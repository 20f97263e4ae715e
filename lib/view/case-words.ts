import type { FlagLevel, Site } from '#lib/domain/facts.ts';
import type { MeasurementKind, MeasurementMethod } from '#lib/domain/measurement/measurement.ts';
import type { PhaseKind } from '#lib/domain/phase/transitions.ts';
import type { ReportSource } from '#lib/domain/turn/report.ts';

export const LEVEL_WORDS: Record<FlagLevel, string> = {
  'act-now': 'Act now',
  'look-today': 'Look today',
  information: 'Information',
};

export const PHASE_WORDS: Record<PhaseKind, string> = {
  planning: 'Planning',
  latency: 'Latency',
  activation: 'Activation',
  consolidation: 'Consolidation',
  'follow-up': 'Follow-up',
};

export const SITE_WORDS: Record<Site, string> = {
  'posterior-cranial-vault': 'Posterior cranial vault',
  'frontofacial-monobloc': 'Frontofacial monobloc',
  'le-fort-iii': 'Le Fort III',
  maxilla: 'Maxilla',
  mandible: 'Mandible',
  'long-bone': 'Long bone',
  other: 'Other site',
};

export const METHOD_WORDS: Record<MeasurementMethod, string> = {
  xray: 'X-ray',
  ct: 'CT',
  ruler: 'ruler',
  tape: 'tape',
};

export const MEASUREMENT_WORDS: Record<MeasurementKind, string> = {
  'device-gap': 'device gap',
  'bone-gap': 'bone gap',
  'head-circumference': 'head circumference',
};

export const SOURCE_WORDS: Record<ReportSource, string> = {
  'family-page': 'family page',
  phone: 'phone call',
  paper: 'paper sheet',
  clinic: 'in clinic',
  import: 'imported',
};

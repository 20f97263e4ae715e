import type { Instant, Um } from '#lib/domain/units.ts';

/**
 * What became of a device in place. Its arm was taken off, or a measured gap became its new base: from `at`, when the
 * gap was measured, the opening counts from `openingUm`, and what was reported before stays as it was reported.
 */
export type DeviceEvent = {
  id: string;
  deviceId: string;
  at: Instant;
  reason: string | null;
  recordedAt: Instant;
} & ({ kind: 'arm-removed' } | { kind: 're-anchored'; openingUm: Um; measurementId: string });

/** A new base of the opening of a device. */
export type Anchor = Extract<DeviceEvent, { kind: 're-anchored' }>;

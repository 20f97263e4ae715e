import type { CourseEvent } from '#lib/domain/facts.ts';

export const PHASES = ['planning', 'latency', 'activation', 'consolidation', 'follow-up'] as const;
export type PhaseKind = (typeof PHASES)[number];

/**
 * What is recorded and moves a case on. A resumption leads back to where turning stood: before or after the first turn; the
 * hardware is removed once nothing of it is in place.
 */
export type CourseStep =
  | 'operated'
  | 'first-turn'
  | Exclude<CourseEvent['kind'], 'activation-resumed'>
  | 'resumed-before-first-turn'
  | 'resumed'
  | 'removed';

/**
 * Where each step leads from each phase; null: it cannot be taken there, and what was recorded nevertheless moves
 * nothing. Total: a new phase or step does not compile until it is answered here.
 */
export const TRANSITIONS: Record<PhaseKind, Record<CourseStep, PhaseKind | null>> = {
  planning: {
    operated: 'latency',
    'first-turn': null,
    'activation-ended': null,
    'stopped-early': null,
    'early-removal-decided': null,
    'consolidation-started': null,
    'resumed-before-first-turn': null,
    resumed: null,
    removed: 'follow-up',
  },
  latency: {
    operated: null,
    'first-turn': 'activation',
    'activation-ended': 'consolidation',
    'stopped-early': 'consolidation',
    'early-removal-decided': 'consolidation',
    'consolidation-started': 'consolidation',
    'resumed-before-first-turn': null,
    resumed: null,
    removed: 'follow-up',
  },
  activation: {
    operated: null,
    'first-turn': null,
    'activation-ended': 'consolidation',
    'stopped-early': 'consolidation',
    'early-removal-decided': 'consolidation',
    'consolidation-started': 'consolidation',
    'resumed-before-first-turn': null,
    resumed: null,
    removed: 'follow-up',
  },
  consolidation: {
    operated: null,
    // A turn after the end is a turn in the wrong phase, not a new beginning.
    'first-turn': 'consolidation',
    'activation-ended': 'consolidation',
    'stopped-early': 'consolidation',
    'early-removal-decided': 'consolidation',
    'consolidation-started': 'consolidation',
    'resumed-before-first-turn': 'latency',
    resumed: 'activation',
    removed: 'follow-up',
  },
  'follow-up': {
    operated: null,
    'first-turn': null,
    'activation-ended': null,
    'stopped-early': null,
    'early-removal-decided': null,
    'consolidation-started': null,
    'resumed-before-first-turn': null,
    resumed: null,
    removed: 'follow-up',
  },
};

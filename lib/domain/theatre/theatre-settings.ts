import type { CheckLine } from '#lib/domain/removal/removal-facts.ts';
import type { Minutes } from '#lib/domain/units.ts';

/** Checks that a template may have. */
export const MOST_CHECKS = 20;

/** What a clinic has set for its theatres. */
export type TheatreSettings = {
  /** How long a removal is planned to take, if nobody says otherwise. */
  removalMin: Minutes;
  /** How long a time is held before it is free again. */
  holdMin: Minutes;
  /** No free time is offered that begins sooner than this; one that is asked for by name may. */
  leadMin: Minutes;
  /** Whether calendars that are subscribed to may name the patient. */
  namesInCalendars: boolean;
  checks: readonly CheckLine[];
};

/**
 * What a clinic has until it says otherwise, labelled as a default wherever it is shown. A removal takes about an hour
 * (clinical.md §1); for the rest no figure is published.
 */
export const FIRST_THEATRE_SETTINGS: TheatreSettings = {
  removalMin: 60,
  holdMin: 48 * 60,
  leadMin: 24 * 60,
  namesInCalendars: false,
  checks: [
    { key: 'imaging', label: 'Imaging seen: the bone is consolidated' },
    { key: 'consent', label: 'Consent signed' },
    { key: 'illness', label: 'No illness in the last two weeks' },
    { key: 'blood-group', label: 'Blood group and screen' },
    { key: 'airway', label: 'Airway assessed' },
    { key: 'anaesthesia', label: 'Anaesthesia review' },
    { key: 'transport', label: 'Transport and overnight stay arranged' },
  ],
};

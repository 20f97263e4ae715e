import type { Projection } from '#lib/domain/forecast/forecast.ts';
import { formatDay } from './format-date.ts';

type Reason = Extract<Projection, { kind: 'not-assessable' }>['reason'];

const REASONS: Record<Reason, string> = {
  'no-protocol': 'there is no protocol',
  'no-target': 'the protocol names no target',
  'on-hold': 'it is on hold',
  'no-turns': 'nothing was turned in the last seven days',
  'travel-unknown': 'the travel of the device is not recorded',
  'imaging-decides': 'imaging decides',
  'consolidation-start-unknown': 'no start of consolidation is set',
  'not-within-reach': 'the plan does not lead there',
};

/** `27-Sep-2025`, `reached`, or `not assessable: it is on hold`. */
export function projectionWords(projection: Projection): string {
  switch (projection.kind) {
    case 'day':
      return formatDay(projection.day);
    case 'reached':
      return 'reached';
    case 'not-assessable':
      return `not assessable: ${REASONS[projection.reason]}`;
  }
}

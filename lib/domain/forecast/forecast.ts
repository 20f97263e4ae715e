import type { Day, Um } from '#lib/domain/units.ts';

/** A projected day, or why there is none. */
export type Projection =
  | { kind: 'day'; day: Day }
  | { kind: 'reached' }
  | {
      kind: 'not-assessable';
      reason:
        | 'no-protocol'
        | 'no-target'
        | 'on-hold'
        | 'no-turns'
        | 'travel-unknown'
        | 'imaging-decides'
        | 'consolidation-start-unknown'
        | 'not-within-reach';
    };

export type DeviceForecast = {
  deviceId: string;
  /** The expansion to which the latest version leads, begun or not; null: it names none. */
  targetUm: Um | null;
  /**
   * Expansion since placement from which it is forecast: what was reported, and what was planned in the slots of which
   * nothing is known, or nothing sure.
   */
  assumedUm: Um;
  /** Day on which the target is reached if each further planned turn is done. */
  targetAtPlan: Projection;
  /** The same at the pace reported over the last seven days. */
  targetAtPace: Projection;
  /** Day on which no travel is left if turning went on at plan; `reached` when none is left now. */
  travelEnds: Projection;
};

export type Forecast = {
  devices: readonly DeviceForecast[];
  activationEndsAtPlan: Projection;
  activationEndsAtPace: Projection;
  /** Planned end of consolidation by the protocol's rule; from the recorded start, else from the projected end of activation. */
  consolidationEnds: Projection;
};

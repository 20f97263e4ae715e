import type { BookingStatus, Place } from '#lib/domain/booking/booking.ts';
import type { Flag } from '#lib/domain/deviation/flag.ts';
import type { EarlyWindow } from '#lib/domain/removal/early-removal.ts';
import type { RemovalStanding } from '#lib/domain/removal/removal-standing.ts';
import type { Assessment, DeviceProgress } from './assessment.ts';

/** What a list of cases shows of a judgement; less than half of it. */
export type ListedAssessment = Pick<
  Assessment,
  'phase' | 'tolerance' | 'lastReportAt' | 'reachedAt' | 'nextSlot' | 'recent'
> & {
  devices: readonly Pick<
    DeviceProgress,
    'deviceId' | 'label' | 'inPlace' | 'plannedUm' | 'reportedUm' | 'targetUm' | 'onHold'
  >[];
  /** The worst flag, and how many there are besides. */
  top: Flag | null;
  moreFlags: number;
  forecast: Pick<Assessment['forecast'], 'activationEndsAtPlan' | 'consolidationEnds'>;
  removal: {
    window: { early: EarlyWindow | null };
    booking: { status: BookingStatus; place: Pick<Place, 'startsAt' | 'endsAt'> } | null;
  } | null;
};

/** That part of a judgement. */
export function listedAssessment(assessment: Assessment): ListedAssessment {
  const { phase, tolerance, lastReportAt, reachedAt, nextSlot, recent, flags, forecast, removal } =
    assessment;
  return {
    phase,
    tolerance,
    devices: assessment.devices.map((device) => ({
      deviceId: device.deviceId,
      label: device.label,
      inPlace: device.inPlace,
      plannedUm: device.plannedUm,
      reportedUm: device.reportedUm,
      targetUm: device.targetUm,
      onHold: device.onHold,
    })),
    top: flags[0] ?? null,
    moreFlags: Math.max(0, flags.length - 1),
    forecast: {
      activationEndsAtPlan: forecast.activationEndsAtPlan,
      consolidationEnds: forecast.consolidationEnds,
    },
    removal: removal && { window: { early: removal.window.early }, booking: listedBooking(removal) },
    lastReportAt,
    reachedAt,
    nextSlot,
    recent,
  };
}

function listedBooking({ booking }: RemovalStanding) {
  if (booking === null) return null;
  const { startsAt, endsAt } = booking.place;
  return { status: booking.status, place: { startsAt, endsAt } };
}

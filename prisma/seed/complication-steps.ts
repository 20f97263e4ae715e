import { instantAt } from '#lib/domain/case-day.ts';
import type { Device } from '#lib/domain/device/device.ts';
import { randomOf } from './random.ts';
import type { Step } from './step.ts';
import type { ComplicationStory, Story } from './story.ts';

/** What was recorded of the complications of a story, and that they were over. */
export function complicationSteps(
  { key, zone, complications }: Pick<Story, 'key' | 'zone' | 'complications'>,
  devices: readonly Device[],
): Step[] {
  const random = randomOf(`${key} complications`);
  return complications.flatMap((told): Step[] => {
    const recordedAt = instantAt(zone, told.recorded.day, told.recorded.minute);
    const complicationId = random.id(recordedAt);
    const input = recordInput(told, complicationId, devices);
    const step: Step = { at: recordedAt, kind: 'complication', input };
    if (told.resolved === null) return [step];
    const resolvedAt = instantAt(zone, told.resolved.day, told.resolved.minute);
    const over = {
      id: random.id(resolvedAt),
      complicationId,
      kind: 'resolved',
      onDay: told.resolved.day,
      clavienDindo: null,
      severity: null,
      note: null,
      correctsId: null,
      retracted: false,
    } as const;
    return [step, { at: resolvedAt, kind: 'complication-step', input: over }];
  });
}

const undecided = { course: null, turnDevices: [], perSession: null, courseReason: null };

function recordInput(told: ComplicationStory, id: string, devices: readonly Device[]) {
  const { kind, failure = null, device, onset, detectedBy, signs, clavienDindo, severity, done } = told;
  const deviceId = device === null ? null : (devices[device]?.id ?? null);
  const said = { id, kind, failure, deviceId, onsetDay: onset, detectedBy, signs: [...signs] };
  return { ...said, note: null, clavienDindo, severity, done, ...undecided };
}

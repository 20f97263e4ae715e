import { instantAt, startOfDay } from '#lib/domain/case-day.ts';
import type { Device } from '#lib/domain/device/device.ts';
import type { CourseEvent } from '#lib/domain/facts.ts';
import type { AmendmentKind } from '#lib/domain/protocol/amendment.ts';
import { FIRST_DEFAULTS } from '#lib/domain/protocol/clinic-defaults.ts';
import type { ProtocolVersion } from '#lib/domain/protocol/version.ts';
import { type Instant, MINUTE_MS } from '#lib/domain/units.ts';
import type { PublishProtocolInput } from '#lib/schemas/protocol.ts';
import type { Clinic } from './clinic-story.ts';
import { complicationSteps } from './complication-steps.ts';
import { exchangedAt, exchangeSteps } from './exchange-steps.ts';
import { photographSteps } from './photograph-steps.ts';
import { type Random, randomOf } from './random.ts';
import { type HeardReport, openingAt, reportsOf } from './report-story.ts';
import type { Step } from './step.ts';
import type { ReadingStory, Story, VersionStory, When } from './story.ts';
import { theatreSteps } from './theatre-steps.ts';

/** The writes of a story in the order in which they were made, with ids that are the same each time. */
export function stepsOf(story: Story, clinic: Clinic, now: Instant): { caseId: string; steps: Step[] } {
  const random = randomOf(story.key);
  const at = ({ day, minute }: When) => instantAt(story.zone, day, minute);
  const openedAt = at(story.opened);
  const caseId = random.id(openedAt);
  const operatedAt = story.operation === null ? null : at(story.operation);
  const placed = operatedAt === null ? [] : devicesOf(story, operatedAt, random);
  const devices = placed.map(({ device }) => device);
  const published = story.versions.map((version, index) => {
    const decidedAt = at(version.decided);
    return { decidedAt, version, input: versionInput(story, version, index, devices, decidedAt, random) };
  });
  const events = eventsOf(story, random);
  const held = published.filter(({ version }) => !version.waits);
  const versions = held.map(({ input, decidedAt }): ProtocolVersion => {
    const { id: _, seenVersion, ...said } = input;
    return {
      ...said,
      version: seenVersion + 1,
      authorId: '',
      unusual: [],
      cosignBy: null,
      cosignerId: null,
      cosignedAt: null,
      carries: null,
      toldAt: null,
      recordedAt: decidedAt,
    };
  });
  const heard = reportsOf(
    story,
    { devices, versions, course: { events: events.map(({ fact }) => fact), operations: [] } },
    random,
    now,
  );
  const complications = complicationSteps(story, devices);
  const complicationIds = complications.flatMap((step) =>
    step.kind === 'complication' ? [step.input.id] : [],
  );
  const steps: Step[] = [
    openingStep(story, clinic, { caseId, openedAt }, random),
    ...(operatedAt === null ? [] : operationSteps(story, operatedAt, placed, random)),
    ...trainingSteps(story, clinic, operatedAt, random),
    ...published.flatMap(({ decidedAt, version, input }): Step[] => {
      const { toldAfterMin = 0 } = version;
      const step: Step = { at: decidedAt, kind: 'version', input, byNurse: version.byNurse ?? false };
      if (version.cosigned) {
        const { afterMin, note } = version.cosigned;
        const at = decidedAt + afterMin * MINUTE_MS;
        const said = { version: input.seenVersion + 1, decision: 'co-signed' as const, note };
        return [step, { at, kind: 'review', input: { ...said, id: random.id(at) } }];
      }
      if (toldAfterMin === null || toldAfterMin <= 0) return [step];
      const toldAt = decidedAt + toldAfterMin * MINUTE_MS;
      return [
        step,
        { at: toldAt, kind: 'told', input: { version: input.seenVersion + 1, toldAt, toldById: null } },
      ];
    }),
    ...batches(heard),
    ...story.readings.map((reading) => readingStep(reading, at(reading.taken), devices, heard, random)),
    ...events.map(({ step }) => step),
    ...laterOperations(story, devices, random),
    ...exchangeSteps(story, devices, random),
    ...complications,
    ...story.contacts.map((contact): Step => contactStep(contact, at(contact.made), random)),
    ...story.decisions.map((decision): Step => {
      const decidedAt = at(decision.decided);
      return { at: decidedAt, kind: 'decision', id: random.id(decidedAt), decision };
    }),
    ...photographSteps(story, { devices, complicationIds }, random),
    ...theatreSteps(story, random),
    ...(story.closed === null
      ? []
      : [{ at: at(story.closed.when), kind: 'close' as const, reason: story.closed.reason }]),
  ];
  return { caseId, steps: steps.sort((a, b) => a.at - b.at) };
}

function openingStep(
  story: Story,
  clinic: Clinic,
  { caseId, openedAt }: { caseId: string; openedAt: Instant },
  random: Random,
): Step {
  const surgeon = clinic.surgeons[story.surgeon % clinic.surgeons.length];
  const { site, zone, patient, caregivers } = story;
  const first = caregivers[0];
  const input = {
    caseId,
    surgeonId: surgeon?.personId ?? '',
    site,
    zone,
    patient: { kind: 'new' as const, id: random.id(openedAt), ...patient },
    caregiver: first && story.operation === null ? { id: random.id(openedAt), ...first } : null,
  };
  return { at: openedAt, kind: 'open', input };
}

type Placed = { device: Device; step: Step };

function devicesOf(story: Story, operatedAt: Instant, random: Random): Placed[] {
  const exchangeEnd = exchangedAt(story);
  return story.devices.map((fields, index) => {
    const endedAt = index === story.exchange?.placed ? (exchangeEnd ?? operatedAt) : operatedAt;
    const placedAt = endedAt - 25 * MINUTE_MS;
    const removedAt = index === story.exchange?.out ? exchangeEnd : null;
    const id = random.id(operatedAt);
    const recordedAt = endedAt + (30 + 4 * index) * MINUTE_MS;
    const { label, position, umPerTurn, actuationsPerTurn, turnDirection, travelUm, initialOpeningUm } =
      fields;
    const { modelId, lot, serial } = fields;
    const implant = { modelId, lot, serial };
    const device = { id, label, position, umPerTurn, actuationsPerTurn, turnDirection, travelUm, ...implant };
    return {
      device: { ...device, initialOpeningUm, placedAt, removedAt, recordedAt },
      step: { at: recordedAt, kind: 'device', input: { id, ...fields, placedAt } },
    };
  });
}

const nothingCorrected = { correctsId: null, retracted: false };

function operationSteps(
  { operationNote }: Story,
  endedAt: Instant,
  placed: readonly Placed[],
  random: Random,
): Step[] {
  const id = random.id(endedAt);
  const input = { id, kind: 'index', endedAt, note: operationNote, removedDeviceIds: [] } as const;
  return [
    {
      at: endedAt + 20 * MINUTE_MS,
      kind: 'operation',
      input: { ...input, removedDeviceIds: [], ...nothingCorrected },
    },
    ...placed.map(({ step }) => step),
  ];
}

/** The caregivers are taught on the ward on the day after the operation, or before its end where turning begins so soon. */
function trainingSteps(
  { caregivers, operation, versions }: Story,
  clinic: Clinic,
  operatedAt: Instant | null,
  random: Random,
): Step[] {
  if (operatedAt === null || operation === null) return [];
  const isSoon = (versions[0]?.from.day ?? Number.POSITIVE_INFINITY) <= operation.day + 1;
  const afterMin = (isSoon ? 5 : 26) * 60;
  const taughtById = clinic.nurses[0]?.personId ?? null;
  return caregivers.map((fields, index) => {
    const taughtAt = operatedAt + (afterMin + 25 * index) * MINUTE_MS;
    const taught = { taughtById, taughtAt, teachBackSeen: true, toolHandedOver: index === 0 };
    const input = { ...fields, ...taught, id: random.id(taughtAt), version: null };
    return { at: taughtAt + 20 * MINUTE_MS, kind: 'caregiver', input };
  });
}

function versionInput(
  story: Story,
  version: VersionStory,
  index: number,
  devices: readonly Device[],
  decidedAt: Instant,
  random: Random,
): PublishProtocolInput {
  const { tolerances, minIntervalMin, missedTurnRule, contactDays } = FIRST_DEFAULTS;
  const firstDay = story.versions[0]?.from.day ?? version.from.day;
  const { from, sessions, perSession, targetsUm, consolidation, reason, toldAfterMin = 0 } = version;
  return {
    id: random.id(decidedAt),
    seenVersion: index,
    kind: version.kind ?? amendmentOf(story.versions[index - 1], version),
    latencyDays: story.operation === null ? null : firstDay - story.operation.day,
    fromDay: from.day,
    fromSlot: from.slot,
    sessions: [...sessions],
    devices: devices.flatMap(({ id }, place) => {
      const amounts = perSession[place] ?? [];
      const targetUm = targetsUm[place] ?? null;
      return amounts.length === 0 ? [] : [{ deviceId: id, perSession: [...amounts], targetUm }];
    }),
    lastDay: version.lastDay ?? null,
    stopVisitDay: null,
    minIntervalMin: version.minIntervalMin ?? minIntervalMin,
    tolerances: { ...tolerances, ...version.tolerances },
    missedTurnRule,
    contactDays,
    consolidation,
    reasonCode: version.reasonCode ?? (index === 0 ? 'first-prescription' : 'planned-step'),
    reason,
    toldAt: toldAfterMin !== null && toldAfterMin <= 0 ? decidedAt + toldAfterMin * MINUTE_MS : null,
    toldById: null,
  };
}

function contactStep(
  { kind = 'call', outcome, signs = [], note }: Story['contacts'][number],
  madeAt: Instant,
  random: Random,
): Step {
  const input = {
    kind,
    outcome,
    signs,
    note: note ?? null,
    at: madeAt,
    caregiverId: null,
    hold: null,
    ...nothingCorrected,
  };
  return { at: madeAt, kind: 'contact', input: { id: random.id(madeAt), ...input } };
}

/** What a version amends, by its amounts: turned back, newly held, turned again, or changed. */
function amendmentOf(before: VersionStory | undefined, { perSession }: VersionStory): AmendmentKind {
  if (!before) return 'first';
  const held = (amounts: readonly number[] | undefined) => amounts?.every((centi) => centi === 0) ?? false;
  if (perSession.some((amounts) => amounts.some((centi) => centi < 0))) return 'reverse';
  if (perSession.some((amounts, place) => held(amounts) && !held(before.perSession[place]))) return 'hold';
  return perSession.some((amounts, place) => !held(amounts) && held(before.perSession[place]))
    ? 'resume'
    : 'change';
}

function batches(heard: readonly HeardReport[]): Step[] {
  const byMoment = new Map<Instant, HeardReport['report'][]>();
  for (const { heardAt, report } of heard) {
    const batch = byMoment.get(heardAt);
    if (batch) batch.push(report);
    else byMoment.set(heardAt, [report]);
  }
  return [...byMoment].map(([at, reports]) => ({ at, kind: 'reports', reports }));
}

function readingStep(
  { kind, device: place, method, uncertaintyUm, value, note }: ReadingStory,
  takenAt: Instant,
  devices: readonly Device[],
  heard: readonly HeardReport[],
  random: Random,
): Step {
  const at = takenAt + 35 * MINUTE_MS;
  const device = place === null ? undefined : devices[place];
  const expected = device ? openingAt(device, heard, takenAt) : 0;
  // An X-ray is read to half a millimetre, everything else to a tenth.
  const step = method === 'xray' ? 500 : 100;
  const valueUm = 'um' in value ? value.um : Math.round((expected + value.offUm) / step) * step;
  const input = { id: random.id(at), kind, deviceId: device?.id ?? null, takenAt, valueUm, uncertaintyUm };
  return {
    at,
    kind: 'reading',
    input: { ...input, method, note: note ?? null, correctionReason: null, ...nothingCorrected },
  };
}

function eventsOf({ events, zone }: Story, random: Random): { step: Step; fact: CourseEvent }[] {
  return events.map(({ kind, decided, day = null, reasonCode = 'other', reason }) => {
    const recordedAt = instantAt(zone, decided.day, decided.minute);
    const id = random.id(recordedAt);
    const at = day === null ? recordedAt : startOfDay(zone, day);
    const told = { toldAt: null, toldById: null };
    const said = { id, kind, reasonCode, reason, ...told };
    const input = { ...said, day, at: day === null ? recordedAt : null, ...nothingCorrected };
    return {
      step: { at: recordedAt + 10 * MINUTE_MS, kind: 'event', input },
      fact: { ...said, at, byId: '', recordedAt },
    };
  });
}

function laterOperations({ operations, zone }: Story, devices: readonly Device[], random: Random): Step[] {
  return operations.map(({ kind, ended, note }) => {
    const endedAt = instantAt(zone, ended.day, ended.minute);
    const removedDeviceIds = kind === 'removal' ? devices.map(({ id }) => id) : [];
    const input = { id: random.id(endedAt), kind, endedAt, note, removedDeviceIds, ...nothingCorrected };
    return { at: endedAt + 40 * MINUTE_MS, kind: 'operation', input };
  });
}

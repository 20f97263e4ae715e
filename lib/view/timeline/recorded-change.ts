import type { Instant } from '#lib/domain/units.ts';

/** One write to a case, as the trail has it. */
export type RecordedChange = {
  event: string;
  at: Instant;
  by: string | null;
  factId: string | null;
  /** Of a version of the protocol, or of an entry in the history of a booking. */
  number: number | null;
  source: string | null;
};

/** The key of the entry that tells of what was written. */
export function entryKey({ event, at, factId, number, source }: RecordedChange): string | null {
  if (event === 'protocol.told') return `told:${number}`;
  if (event === 'protocol.published' || event === 'protocol.proposed') return `version:${number}`;
  if (event.startsWith('protocol.')) return `answer:${number}`;
  if (event.startsWith('booking.')) return `${factId}:${number}`;
  if (event.startsWith('turns.')) return `${source}:${at}`;
  return factId;
}

/** Entry key → who wrote it, as far as the trail says. */
export function writersOf(changes: readonly RecordedChange[]): ReadonlyMap<string, string> {
  const writers = new Map<string, string>();
  for (const change of changes) {
    const key = entryKey(change);
    if (key !== null && change.by !== null) writers.set(key, change.by);
  }
  return writers;
}

const EVENT_WORDS: Readonly<Record<string, string>> = {
  'case.opened': 'Case opened',
  'case.changed': 'Surgeon, site or zone of the case changed',
  'case.closed': 'Case closed',
  'patient.changed': 'Data of the patient changed',
  'caregiver.added': 'Caregiver added',
  'caregiver.changed': 'Caregiver changed',
  'operation.recorded': 'Operation recorded',
  'operation.corrected': 'Operation corrected',
  'device.placed': 'Device placed',
  'device.followed': 'Follow-up of a device recorded',
  'device.changed': 'Data of a device corrected',
  'protocol.published': 'Version of the protocol published',
  'protocol.proposed': 'Version of the protocol waits for a signature',
  'protocol.co-signed': 'Version of the protocol co-signed',
  'protocol.declined': 'Version of the protocol declined',
  'contact.recorded': 'Contact with the family recorded',
  'contact.corrected': 'Contact with the family corrected or withdrawn',
  'course.told': 'Family told of a decision about the course',
  'protocol.told': 'Family told of a version',
  'turns.recorded': 'Turns recorded',
  'turns.corrected': 'Turns corrected',
  'measurement.recorded': 'Measurement recorded',
  'measurement.corrected': 'Measurement corrected or withdrawn',
  'complication.recorded': 'Complication recorded',
  'complication.corrected': 'Complication corrected or withdrawn',
  'complication.followed': 'Follow-up of a complication recorded',
  'photograph.recorded': 'Photograph added',
  'photograph.retracted': 'Photograph withdrawn',
  'course.recorded': 'Decision about the course recorded',
  'course.corrected': 'Decision about the course corrected or withdrawn',
  'flag.decided': 'Decision about a flag',
  'booking.held': 'Theatre held',
  'booking.confirmed': 'Theatre confirmed',
  'booking.moved': 'Theatre moved',
  'booking.postponed': 'Removal postponed',
  'booking.cancelled': 'Theatre cancelled',
  'booking.done': 'Theatre time used',
  'check.recorded': 'Check before removal recorded',
};

/** What was written, where no entry tells of it: in words of its own, else in those of the event's name. */
export function eventWords(event: string): string {
  const name = event.replace(/[.-]/g, ' ');
  return EVENT_WORDS[event] ?? name.charAt(0).toUpperCase() + name.slice(1);
}

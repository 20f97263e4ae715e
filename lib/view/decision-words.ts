import type { Flag } from '#lib/domain/deviation/flag.ts';
import type { FlagAction, FlagDecision } from '#lib/domain/facts.ts';
import { formatInstant } from './format-date.ts';

type People = Readonly<Record<string, string>>;

export const ACTION_WORDS: Record<FlagAction, string> = {
  'call-made': 'a call or visit',
  'protocol-amended': 'an amended protocol',
  measured: 'a measurement',
};

/** What a decision does, as a form offers it. */
export const DECISION_WORDS: Record<FlagDecision['kind'], string> = {
  acknowledged: 'Acknowledge',
  snoozed: 'Snooze',
  resolved: 'Resolved by what was done',
  assigned: 'Give to somebody',
  reopened: 'Open again',
};

/** The parts of a decision in words, by field, to be compared with another one; whose it is stays an id. */
export function decisionParts({
  kind,
  action,
  assigneeId,
  until,
  note,
}: Pick<FlagDecision, 'kind' | 'action' | 'assigneeId' | 'note'> & {
  until: string;
}): Record<string, string> {
  return {
    kind: DECISION_WORDS[kind],
    action: action === null ? '' : ACTION_WORDS[action],
    assigneeId: assigneeId ?? '',
    untilDay: until,
    note,
  };
}

/** `Acknowledged by A. Nurse until it worsens: called the mother`. */
export function coverWords(cover: NonNullable<Flag['acknowledged']>, people: People, zone: string): string {
  return `${headWords({ ...cover, assigneeId: null }, people)} ${limitWords(cover.until, zone)}${noteWords(cover.note)}`;
}

/** The same of any decision, with when it was made: `14-Sep-2025 08:05: Given to B. Nurse by A. Nurse`. */
export function historyWords(decision: FlagDecision, people: People, zone: string): string {
  return `${formatInstant(decision.recordedAt, zone)}: ${decisionWords(decision, people, zone)}`;
}

/** What was decided and by whom: `Given to B. Nurse by A. Nurse`. */
export function decisionWords(decision: FlagDecision, people: People, zone: string): string {
  const { kind, until, note } = decision;
  const limit = kind === 'assigned' || kind === 'reopened' ? '' : ` ${limitWords(until, zone)}`;
  return `${headWords(decision, people)}${limit}${noteWords(note)}`;
}

/** The name of the owner; null where it is nobody's. */
export function ownerWords(ownerId: string | null, people: People): string | null {
  return ownerId === null ? null : nameOf(ownerId, people);
}

function headWords(
  { kind, action, assigneeId, byId }: Pick<FlagDecision, 'kind' | 'action' | 'assigneeId' | 'byId'>,
  people: People,
): string {
  const by = `by ${nameOf(byId, people)}`;
  switch (kind) {
    case 'acknowledged':
      return `Acknowledged ${by}`;
    case 'snoozed':
      return `Snoozed ${by}`;
    case 'resolved':
      return `Resolved with ${action === null ? 'what was done' : ACTION_WORDS[action]} ${by}`;
    case 'reopened':
      return `Opened again ${by}`;
    case 'assigned':
      return assigneeId === null ? `Given to nobody ${by}` : `Given to ${nameOf(assigneeId, people)} ${by}`;
  }
}

function limitWords(until: number | null, zone: string): string {
  return until === null ? 'until it worsens' : `until ${formatInstant(until, zone)} or until it worsens`;
}

function noteWords(note: string): string {
  return note === '' ? '' : `: ${note}`;
}

function nameOf(id: string, people: People): string {
  return people[id] ?? 'somebody';
}

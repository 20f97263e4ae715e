'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import type { FormState } from '#components/forms/form-state.ts';
import { areSingleKeysOn, isForPage } from '#components/shell/list-keys.ts';
import { decideFlagAction } from '#lib/actions/decide-flag-action.ts';
import { LEVEL_WORDS } from '#lib/view/case-words.ts';
import type { TopFlag, WorklistRow } from '#lib/view/worklist-row.ts';

/** What is added to an acknowledgement afterwards: what was found or done, and until which day it is enough. */
export type Addition = { note: string; untilDay: string };

/** What became of the last press. */
export type Acknowledged = {
  id: string;
  /** The case whose line it was about. */
  caseId: string;
  words: string;
  /** While it can be taken back. */
  undo: (() => Promise<void>) | null;
  /** While it can be added to; what it answers is said in words where it was refused. */
  add: ((addition: Addition) => Promise<string | null>) | null;
};

type Kind = 'acknowledged' | 'reopened';

/**
 * `a` acknowledges the worst flag of the line that has the focus, until it worsens; it can be taken back, and a note or a
 * day can be added to it. It signs and sends nothing, and changes nothing of the treatment.
 */
export function useAcknowledgeKey(
  rows: readonly WorklistRow[],
  mayDecide: boolean,
): [Acknowledged | null, () => void] {
  const [last, setLast] = useState<Acknowledged | null>(null);

  const acknowledge = useEffectEvent(async (row: WorklistRow) => {
    const { top, name, caseId } = row;
    const say = (words: string, next: Partial<Pick<Acknowledged, 'undo' | 'add'>> = {}) =>
      setLast({ id: newId(), caseId, words: `${name}: ${words}`, undo: null, add: null, ...next });
    if (!top) return say('there is nothing to acknowledge.');
    if (top.cover) return say(`${top.cover}.`);
    let seen = top.lastDecisionId;
    const decideNext = async (kind: Kind, addition?: Addition) => {
      const { id, problem } = await decide(row, top, kind, seen, addition);
      if (problem === null) seen = id;
      return problem;
    };
    const problem = await decideNext('acknowledged');
    if (problem) return say(problem);
    const level = LEVEL_WORDS[top.level].toLowerCase();
    const undo = async () => say((await decideNext('reopened')) ?? 'open again.');
    const add = async (addition: Addition) => {
      const obstacle = await decideNext('acknowledged', addition);
      if (obstacle === null) say(`acknowledged at “${level}”, with ${addedWords(addition)}.`, { undo });
      return obstacle;
    };
    say(`acknowledged at “${level}” until it worsens: ${top.sentence}.`, { undo, add });
  });

  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!mayDecide || event.repeat || !isForPage(event) || !areSingleKeysOn()) return;
    if (event.key === 'n' && noteField()) {
      event.preventDefault();
      noteField()?.focus();
    }
    if (event.key !== 'a') return;
    const line = document.activeElement?.closest<HTMLElement>('[data-case]')?.dataset.case;
    const row = rows.find(({ caseId }) => caseId === line);
    if (!row) return;
    event.preventDefault();
    if (!isNoteWaiting()) void acknowledge(row);
  });

  useEffect(() => {
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);

  return [last, () => setLast(null)];
}

const noteField = () => document.querySelector<HTMLInputElement>('input[data-acknowledged-note]');

/** A note that was typed and not added is not lost to the next press: it is asked about. */
function isNoteWaiting(): boolean {
  const field = noteField();
  if (!field || field.value.trim() === '') return false;
  field.setCustomValidity('Add this note, or empty it.');
  field.reportValidity();
  return true;
}

function addedWords({ note, untilDay }: Addition): string {
  return [note === '' ? null : 'your note', untilDay === '' ? null : 'the day on which it comes back']
    .filter(Boolean)
    .join(' and ');
}

/** Sends the decision, with the one that was seen before it; its id, and why nothing was saved, or null. */
async function decide(
  { caseId }: WorklistRow,
  top: TopFlag,
  kind: Kind,
  seen: string | null,
  addition: Partial<Addition> = {},
): Promise<{ id: string; problem: string | null }> {
  const id = newId();
  const said = { caseId, flagKey: top.key, level: top.level, extent: String(top.extent) };
  const form = new FormData();
  const sent = { ...said, ...addition, kind, id, seenDecisionId: seen ?? '', from: 'worklist' };
  for (const [name, value] of Object.entries(sent)) form.set(name, value);
  return { id, problem: problemOf(await decideFlagAction({ status: 'idle' }, form).catch(() => null)) };
}

function problemOf(answer: FormState | null): string | null {
  if (answer?.status === 'saved') return null;
  if (answer?.status !== 'refused')
    return 'No answer came back, so nothing may have been saved. Check the connection and look at the line.';
  if (answer.conflict)
    return `${answer.conflict.by} decided first, ${answer.conflict.at}: look at the line. Nothing of yours was saved.`;
  return Object.values(answer.fields)[0] ?? answer.message;
}

let made = 0;

/**
 * A new UUID, version 7, with a count beside the time: of two decisions in one instant the later has the later id.
 * `crypto.randomUUID` is missing where a clinic serves its pages without TLS.
 */
function newId(): string {
  made += 1;
  const random = [...crypto.getRandomValues(new Uint8Array(8))];
  const tail = random.map((byte, index) => (index === 0 ? (byte & 0x3f) | 0x80 : byte));
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
  const time = hex(Date.now(), 12);
  const end = tail.map((byte) => hex(byte, 2)).join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(made % 4096, 3)}-${end.slice(0, 4)}-${end.slice(4)}`;
}

'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { areSingleKeysOn, isForPage } from '#components/shell/list-keys.ts';
import { decideFlagAction } from '#lib/actions/decide-flag-action.ts';
import type { TopFlag, WorklistRow } from '#lib/view/worklist-row.ts';

/** What became of the last press: `undo` while it can be taken back. */
export type Acknowledged = { words: string; undo: (() => void) | null };

/**
 * `a` acknowledges the worst flag of the line that has the focus, until it worsens; it can be taken back. It signs and
 * sends nothing, and changes nothing of the treatment.
 */
export function useAcknowledgeKey(
  rows: readonly WorklistRow[],
  mayDecide: boolean,
): [Acknowledged | null, () => void] {
  const [last, setLast] = useState<Acknowledged | null>(null);

  async function decide(row: WorklistRow, top: TopFlag, kind: 'acknowledged' | 'reopened') {
    const said = { caseId: row.caseId, flagKey: top.key, level: top.level, extent: String(top.extent) };
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...said, kind, id: newId(), from: 'worklist' }))
      form.set(name, value);
    const answer = await decideFlagAction({ status: 'idle' }, form).catch(() => null);
    if (answer?.status === 'saved') return null;
    return answer?.status === 'refused'
      ? answer.message
      : 'No answer came back, so nothing may have been saved. Check the connection and look at the line.';
  }

  const acknowledge = useEffectEvent(async (row: WorklistRow) => {
    const { top, name } = row;
    if (!top) return setLast({ words: `${name}: there is nothing to acknowledge.`, undo: null });
    if (top.cover) return setLast({ words: `${name}: ${top.cover}.`, undo: null });
    const problem = await decide(row, top, 'acknowledged');
    if (problem) return setLast({ words: `${name}: ${problem}`, undo: null });
    const undo = async () => {
      const obstacle = await decide(row, top, 'reopened');
      setLast({ words: obstacle ? `${name}: ${obstacle}` : `${name}: open again.`, undo: null });
    };
    setLast({ words: `${name}: acknowledged until it worsens.`, undo: () => void undo() });
  });

  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!mayDecide || event.key !== 'a' || event.repeat || !isForPage(event) || !areSingleKeysOn()) return;
    const line = document.activeElement?.closest<HTMLElement>('[data-case]')?.dataset.case;
    const row = rows.find(({ caseId }) => caseId === line);
    if (!row) return;
    event.preventDefault();
    void acknowledge(row);
  });

  useEffect(() => {
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);

  return [last, () => setLast(null)];
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

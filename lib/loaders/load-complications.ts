import 'server-only';
import { mayAttempt } from '#lib/auth/gate.ts';
import { listComplicationRows } from '#lib/data/complications.ts';
import { newId } from '#lib/data/new-id.ts';
import { listPhotographs } from '#lib/data/photographs.ts';
import { pool } from '#lib/data/pool.ts';
import { takesWrite } from '#lib/domain/access/closed-case.ts';
import { dayOf, isoDay } from '#lib/domain/case-day.ts';
import { COMPLICATION_KINDS, type Complication } from '#lib/domain/complication/complication.ts';
import { bandFor } from '#lib/domain/protocol/clinic-defaults.ts';
import { type ComplicationCard, complicationCards } from '#lib/view/complication-cards.ts';
import {
  type ComplicationDraft,
  complicationDraft,
  kindChoices,
  type StepDraft,
  stepChoices,
} from '#lib/view/complication-form.ts';
import { photographsByComplication } from '#lib/view/complication-photographs.ts';
import type { ComplicationsPage, TurnChoices } from '#lib/view/complications-page.ts';
import { zoneNote } from '#lib/view/format-date.ts';
import type { Choice } from '#lib/view/intake-words.ts';
import { turnPreviews } from '#lib/view/turn-previews.ts';
import { type LoadedCase, loadCase } from './load-case.ts';
import { previewBase } from './preview-base.ts';

/**
 * `write`: `new` for the pick list, or a kind for its form; `follow`: the id of a complication; `withdraw`: of one of
 * its steps; `correct`: the id of the row that stands; `decide`: the id of an open complication;
 * `photograph`: `saved` after one that shows a complication was kept.
 */
export type ComplicationsQuery = {
  write?: unknown;
  follow?: unknown;
  withdraw?: unknown;
  correct?: unknown;
  decide?: unknown;
  photograph?: unknown;
};

/** The complications of a case with all that was written about them, and the form that the address opens. */
export async function loadComplications(
  caseIdParam: string,
  query: ComplicationsQuery,
): Promise<ComplicationsPage> {
  const loaded = await loadCase(caseIdParam);
  const { at, record } = loaded;
  const { facts, header } = record;
  const [written, photographs] = await Promise.all([
    listComplicationRows(pool(), at.caseId),
    mayAttempt(at, 'photograph.read') ? listPhotographs(at.caseId) : [],
  ]);
  const labels = new Map(facts.devices.map(({ id, label }) => [id, label]));
  const cards = complicationCards(written, {
    zone: facts.zone,
    labels,
    photographs: photographsByComplication(photographs, at.caseId),
  });
  const isClosed = !takesWrite(header, 'complication.record');
  const mayRecord = !isClosed && mayAttempt(at, 'complication.record');
  const today = dayOf(facts.zone, at.now);
  const devices = facts.devices.map(({ id, label }) => ({ value: id, label }));
  const decided = cards.find(({ id, status }) => id === query.decide && status === 'open');
  const draft = mayRecord ? draftOf(query, cards, written.rows, today) : null;
  return {
    caseId: at.caseId,
    zoneNote: zoneNote(facts.zone, at.clinic.zone),
    isClosed,
    mayRecord,
    mayPhotograph: !isClosed && mayAttempt(at, 'photograph.record'),
    isPhotographKept: query.photograph === 'saved',
    cards,
    kinds: mayRecord && query.write === 'new' ? kindChoices() : null,
    form: draft && {
      draft,
      devices,
      today: isoDay(today),
      turns: draft.correctsId === null ? turnChoices(loaded, devices) : null,
    },
    step: mayRecord ? stepOf(query, cards, isoDay(today)) : null,
    decide:
      mayRecord && decided
        ? {
            id: newId(),
            complicationId: decided.id,
            headline: decided.headline,
            turns: turnChoices(loaded, devices),
          }
        : null,
  };
}

function turnChoices(loaded: LoadedCase, devices: readonly Choice[]): TurnChoices {
  const { at, record } = loaded;
  const band = bandFor(record.header.clinicDefaults, record.facts.site);
  return { devices, previews: turnPreviews(record.facts, band, at.now), base: previewBase(loaded) };
}

function draftOf(
  query: ComplicationsQuery,
  cards: readonly ComplicationCard[],
  rows: readonly (Omit<Complication, 'id' | 'steps'> & { rowId: string })[],
  today: number,
): ComplicationDraft | null {
  const kind = COMPLICATION_KINDS.find((one) => one === query.write);
  if (kind) return complicationDraft(newId(), { kind }, null, today);
  const isStanding = cards.some(({ rowId, status }) => rowId === query.correct && status !== 'withdrawn');
  const row = isStanding ? rows.find(({ rowId }) => rowId === query.correct) : undefined;
  return row ? complicationDraft(newId(), row, row.rowId, today) : null;
}

function stepOf(
  { follow, withdraw }: ComplicationsQuery,
  cards: readonly ComplicationCard[],
  today: string,
): StepDraft | null {
  const card = cards.find(({ id }) => id === follow);
  if (!card || card.status === 'withdrawn') return null;
  const line = card.history.find(({ id, step }) => id === withdraw && step !== null);
  if (typeof withdraw === 'string' && !line?.step) return null;
  return {
    id: newId(),
    complicationId: card.id,
    headline: card.headline,
    choices: stepChoices(card.status),
    withdraws: line?.step ? { stepId: line.id, kind: line.step, words: line.words } : null,
    today,
  };
}

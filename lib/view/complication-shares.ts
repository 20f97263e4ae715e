import { shareOf } from '#lib/domain/outcome/interval.ts';
import type { ComplicationCounts } from '#lib/domain/outcome/unit-outcome.ts';
import { complicationWords } from './complication-words.ts';
import { type ShareWords, shareWords } from './share-words.ts';

export type ShareRow = { key: string; label: string; detail: string | null; share: ShareWords };

/** Complications of the counted cases by kind, and of their devices by model and lot, each with its interval. */
export type ComplicationShares = {
  any: ShareWords | null;
  kinds: readonly ShareRow[];
  models: readonly ShareRow[];
  lots: readonly ShareRow[];
};

export function complicationShares(counts: ComplicationCounts, cases: number): ComplicationShares {
  const row = (key: string, label: string, detail: string | null, count: number, of: number): ShareRow[] => {
    const share = shareWords(shareOf(count, of));
    return share ? [{ key, label, detail, share }] : [];
  };
  return {
    any: shareWords(shareOf(counts.cases, cases)),
    kinds: counts.kinds.flatMap(({ kind, failure, cases: affected }) =>
      row(`${kind} ${failure ?? ''}`, complicationWords({ kind, failure }), null, affected, cases),
    ),
    models: counts.models.flatMap(({ modelId, name, devices, affected }) =>
      row(modelId ?? 'none', name ?? 'Model not recorded', null, affected, devices),
    ),
    lots: counts.lots.flatMap(({ lot, name, devices, affected }) =>
      row(`${lot} ${name ?? ''}`, lot, name ?? 'model not recorded', affected, devices),
    ),
  };
}

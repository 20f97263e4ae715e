import { addTally, type Tally } from '#lib/domain/tuning/tally.ts';

/** How far the counting has come. */
export type TuningProgress = { tally: Tally; counted: number; total: number; isOver: boolean };

type Part = { tally: Tally; counted: number; total: number; next: string | null };

/** Counts case by case, telling `onProgress` after each answer; returns what went wrong, or null. */
export async function countTuning(
  form: FormData,
  signal: AbortSignal,
  onProgress: (progress: TuningProgress) => void,
): Promise<string | null> {
  const query = new URLSearchParams();
  for (const [name, value] of form) if (typeof value === 'string') query.set(name, value);
  let progress: TuningProgress = { tally: {}, counted: 0, total: 0, isOver: false };
  while (!progress.isOver) {
    const response = await fetch(`/api/tuning?${query}`, { signal, cache: 'no-store' }).catch(() => null);
    if (signal.aborted) return null;
    if (response === null)
      return 'No answer came back from the server. Check the connection and count again.';
    const answer = await response.json().catch(() => null);
    if (!response.ok) return refusalWords(answer);
    const { tally, counted, total, next } = answer as Part;
    progress = {
      tally: addTally(progress.tally, tally),
      counted: progress.counted + counted,
      total,
      isOver: next === null,
    };
    onProgress(progress);
    query.set('after', next ?? '');
  }
  return null;
}

function refusalWords(answer: unknown): string {
  const { message, field } = (answer ?? {}) as { message?: string; field?: string };
  return message ? `${field ? `${field}: ` : ''}${message}` : 'The server could not count. Try again.';
}

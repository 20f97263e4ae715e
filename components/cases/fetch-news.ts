/** What others wrote to a case, in words, and when that was looked up. */
type Told = { words: readonly string[]; at: number };

/** Asks what others wrote to a case since then; null when no answer came. */
export async function fetchNews(caseId: string, since: number): Promise<Told | null> {
  try {
    const response = await fetch(`/api/cases/${caseId}/news?since=${since}`);
    return response.ok ? ((await response.json()) as Told) : null;
  } catch {
    return null;
  }
}

import type { ImportAnswer } from '#lib/schemas/turn-import-answer.ts';

/** Sends the bytes of a file to be checked, or to be recorded where `confirm` is the hash of that check. */
export async function sendImport(
  caseId: string,
  bytes: ArrayBuffer,
  confirm: string | null,
): Promise<ImportAnswer> {
  const query = confirm === null ? '' : `?confirm=${confirm}`;
  try {
    const response = await fetch(`/api/cases/${caseId}/turn-import${query}`, {
      method: 'POST',
      body: bytes,
      headers: { 'content-type': 'text/csv' },
    });
    const answer: unknown = await response.json();
    if (isAnswer(answer)) return answer;
    return { kind: 'refused', message: messageIn(answer) };
  } catch {
    return {
      kind: 'refused',
      message:
        'No answer came back from the server. Check the connection and send the file again; a report is never recorded twice.',
    };
  }
}

function isAnswer(value: unknown): value is ImportAnswer {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

function messageIn(value: unknown): string {
  if (
    typeof value === 'object' &&
    value !== null &&
    'message' in value &&
    typeof value.message === 'string'
  ) {
    return value.message;
  }
  return 'The server could not read the file because of a fault on our side. Nothing was recorded; try again.';
}

import type { PhotographAnswer } from '#lib/schemas/photograph-answer.ts';

const lost: PhotographAnswer = {
  kind: 'failed',
  message:
    'No answer came back from the server. What you typed is still here. Check the connection and send it again: the same photograph is never kept twice.',
};

/** Sends the form of a photograph; `onProgress` is told what share of it, from 0 to 1, has been sent. */
export function sendPhotograph(
  caseId: string,
  form: FormData,
  onProgress: (share: number) => void,
): Promise<PhotographAnswer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/cases/${caseId}/photographs`);
    request.setRequestHeader('accept', 'application/json');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(answerIn(request.response));
    request.onerror = () => resolve(lost);
    request.onabort = () => resolve(lost);
    request.send(form);
  });
}

function answerIn(value: unknown): PhotographAnswer {
  if (typeof value !== 'object' || value === null) return lost;
  if ('kind' in value) return value as PhotographAnswer;
  return 'message' in value && typeof value.message === 'string'
    ? { kind: 'failed', message: value.message }
    : lost;
}

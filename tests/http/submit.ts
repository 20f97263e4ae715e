import { actionBody, type Caller, send } from './call.ts';
import { listActions } from './entry-points.ts';

/** Sends a form to a server action by its name, as the page that holds the form would. */
export async function submit(
  caller: Caller,
  name: string,
  fields: Record<string, string>,
): Promise<Response> {
  const action = listActions().reachable.find((each) => each.name === name);
  if (action?.kind !== 'action') throw new Error(`there is no ${name}`);
  const headers = { 'next-action': action.actionId, accept: 'text/x-component' };
  const address = action.route.replace('[token]', 'x').replace('[personId]', 'x');
  return send(caller, address, { method: 'POST', headers, body: actionBody(fields) });
}

/** The cookies of an answer, to be sent with the next request. */
export const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');

/** The session cookie that an answer sets, attributes and all. */
export const sessionOf = (response: Response) =>
  response.headers.getSetCookie().find((each) => each.startsWith('turnwise-session='));

/** Where an action leads. */
export const destinationOf = (response: Response) => response.headers.get('x-action-redirect')?.split(';')[0];

/** The line of an answer that holds what the action returned. */
export const stateIn = (body: string) => body.split('\n').find((line) => line.includes('"status":')) ?? '';

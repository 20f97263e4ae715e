// Preloaded into the web server: what the framework cannot make a request of, and would answer with 500 before
// anything of ours is asked. An address whose percent signs make no letters, or that is none (`OPTIONS *`), leads
// nowhere, and the answer is the page that says so. TRACE is a method that no page has: asked as one that a known
// address does not have, it is answered 405.
import { subscribe } from 'node:diagnostics_channel';

const NOWHERE = '/-';

function leadsSomewhere(address) {
  try {
    decodeURIComponent(address.split('?', 1)[0]);
    return address !== '*';
  } catch {
    return false;
  }
}

subscribe('http.server.request.start', ({ request }) => {
  if (!leadsSomewhere(request.url)) request.url = NOWHERE;
  if (request.method !== 'TRACE') return;
  request.method = 'DELETE';
  request.url = '/api/health';
});

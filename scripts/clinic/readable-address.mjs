// Preloaded into the web server: an address whose percent signs make no letters leads nowhere, and the answer is
// the page that says so. The framework would answer 500, before anything of ours is asked.
import { subscribe } from 'node:diagnostics_channel';

const NOWHERE = '/-';

subscribe('http.server.request.start', ({ request }) => {
  const [path] = request.url.split('?', 1);
  try {
    decodeURIComponent(path);
  } catch {
    request.url = NOWHERE;
  }
});

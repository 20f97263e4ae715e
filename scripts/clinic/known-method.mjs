// Preloaded into the web server: TRACE is a method that no page has. The framework cannot even make a request of it
// and would answer 500; asked as a method that a known address does not have, it answers 405.
import { subscribe } from 'node:diagnostics_channel';

subscribe('http.server.request.start', ({ request }) => {
  if (request.method !== 'TRACE') return;
  request.method = 'DELETE';
  request.url = '/api/health';
});

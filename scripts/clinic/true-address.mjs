// Preloaded into the web server: without a proxy in front that is trusted, the address of a client is that of
// its connection, whatever the client itself writes into the header. Log-in is limited per address.
import { subscribe } from 'node:diagnostics_channel';
import process from 'node:process';

if (!Number(process.env.TURNWISE_TRUSTED_PROXIES)) {
  subscribe('http.server.request.start', ({ request }) => {
    request.headers['x-forwarded-for'] = request.socket.remoteAddress;
  });
}

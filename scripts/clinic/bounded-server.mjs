// Preloaded into the web server: what anybody may take of it before it is known who asks. The framework copies what
// is sent into memory before anything of ours is asked, waits five minutes for the rest and counts no connections.
import http from 'node:http';
import process from 'node:process';

// A browser holds one for each open page, which is told of changes, and up to five more for a few seconds: enough for
// 300 people at work. What goes beyond is closed; without a number, the system's own for open files is the end.
const MOST_CONNECTIONS = 1_000;

const times = {
  headersTimeout: 15_000,
  // For the whole of an upload: a photograph of 15 MB at 0.2 Mbit/s. What is silent is given up much sooner
  // (lib/auth/read-body.ts), and a form has the limit below.
  requestTimeout: 600_000,
  connectionsCheckingInterval: 5_000,
};
const FORM_MS = 60_000;

// A form has a few thousand characters. Only who brings the cookie of a session may send more, up to what the framework
// itself takes. The cookie may be made up: so no more than a few of these are in memory at once.
const MOST_BYTES = 64 * 1024;
const MOST_SIGNED_IN_BYTES = 1024 * 1024;
const MOST_LARGE_AT_ONCE = 16;

// After a refusal the rest is thrown away as it comes, so that a browser which is still sending reads the answer.
const LINGER_MS = 2_000;

// Files go to handlers that ask who sends them before they read, and read no more than they take: proxy.ts leaves
// exactly these alone.
const UPLOAD = /^\/api\/cases\/[\w-]+\/(?:photographs|turn-import)(?:\?|$)/;
const SESSION = /(?:^|; ?)(?:__Host-)?turnwise-session=/;

const LENGTH_UNSAID = [411, 'What is sent must say how long it is, so nothing was saved.'];
const TOO_LARGE = [413, 'This is more than a form may send, so nothing was saved. Send less at once.'];
const BUSY = [503, 'Many large forms are arriving at this moment. Send yours again in a few seconds.'];

let largeAtOnce = 0;

/** Why what is sent is not taken in: status and sentence; undefined: it is. */
function refusalOf({ url, headers }) {
  if (UPLOAD.test(url)) return;
  if (headers['transfer-encoding'] !== undefined) return LENGTH_UNSAID;
  const bytes = Number(headers['content-length'] ?? 0);
  if (bytes <= MOST_BYTES) return;
  if (bytes > MOST_SIGNED_IN_BYTES || !SESSION.test(headers.cookie ?? '')) return TOO_LARGE;
  if (largeAtOnce >= MOST_LARGE_AT_ONCE) return BUSY;
}

function refuse(request, response, [status, sentence]) {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'content-security-policy': "default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    ...(status === 503 && { 'retry-after': '10' }),
  });
  response.end(sentence);
  setTimeout(() => request.complete || request.socket.destroy(), LINGER_MS).unref();
}

/** Gives up what has not arrived whole in time, and counts the large ones until they are answered. */
function watch(request, response) {
  const bytes = Number(request.headers['content-length'] ?? 0);
  if (bytes === 0 || UPLOAD.test(request.url)) return;
  const timer = setTimeout(() => request.complete || request.socket.destroy(), FORM_MS);
  const isLarge = bytes > MOST_BYTES;
  if (isLarge) largeAtOnce += 1;
  response.once('close', () => {
    clearTimeout(timer);
    if (isLarge) largeAtOnce -= 1;
  });
}

const createServer = http.createServer;

Object.defineProperty(http, 'createServer', {
  value: (listener) => {
    const server = createServer(times, (request, response) => {
      const refusal = refusalOf(request);
      if (refusal) return refuse(request, response, refusal);
      watch(request, response);
      return listener(request, response);
    });
    server.maxConnections = MOST_CONNECTIONS;
    // No page of ours speaks another protocol. The framework leaves such a connection open for good, where no limit of
    // time holds; it is its own in development.
    if (process.env.NODE_ENV !== 'development') server.on('upgrade', (_, socket) => socket.destroy());
    return server;
  },
});

/** Headers that are the same for every answer; what depends on the request is set in proxy.ts. */
const headers = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), browsing-topics=()',
  },
];

/** What proxy.ts says of other addresses, for those that it leaves alone. */
const headersOfUploads = [
  { key: 'Content-Security-Policy', value: "default-src 'none'" },
  { key: 'Cache-Control', value: 'private, no-store' },
];

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // Off: a prerendered page has no nonce and would lose its scripts, and nothing of a patient may enter a cache.
  cacheComponents: false,
  // `npm run check` is where types are checked; the build on the clinic's machine need not repeat it.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pg', 'pino', '@node-rs/argon2'],
  // Not minified on the server: a function that is used once would be written into its caller and made anew at every
  // call, which costs a case page up to a sixth of its processor time.
  // `forbidden()`: a person whose role does not allow a page is told so, with status 403.
  // What is kept of a body for the proxy: no more than a form may send (scripts/clinic/bounded-server.mjs).
  experimental: { authInterrupts: true, proxyClientMaxBodySize: '1mb', turbopackMinify: { server: false } },
  headers: async () => [
    { source: '/:path*', headers },
    { source: '/api/cases/:caseId/(photographs|turn-import)', headers: headersOfUploads },
  ],
};

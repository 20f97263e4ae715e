import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the issuer says of who signs in, over what it would say by itself. */
export type Claims = Readonly<Record<string, unknown>>;

export type Issuer = {
  address: string;
  /** What the next sign-in answers, and whether its token is signed with a key that the issuer does not publish. */
  next: { claims: Claims; isForged: boolean };
  stop: () => void;
};

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const keyPair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });

/** An OpenID Connect issuer on this machine, whose user always agrees. */
export async function startIssuer(clientId: string): Promise<Issuer> {
  const { privateKey, publicKey } = keyPair();
  const forger = keyPair().privateKey;
  const nonces = new Map<string, string>();
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  const issuer: Issuer = { address: '', next: { claims: {}, isForged: false }, stop };

  const idToken = (nonce: string) => {
    const now = Math.floor(Date.now() / 1_000);
    const own = { iss: issuer.address, aud: clientId, sub: 'staff-1', nonce, iat: now, exp: now + 60 };
    const body = `${encoded({ alg: 'RS256', kid: 'one' })}.${encoded({ ...own, ...issuer.next.claims })}`;
    const key = issuer.next.isForged ? forger : privateKey;
    return `${body}.${createSign('RSA-SHA256').update(body).sign(key, 'base64url')}`;
  };

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', issuer.address);
    const answer = (body: object) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return answer({
          issuer: issuer.address,
          authorization_endpoint: `${issuer.address}/authorize`,
          token_endpoint: `${issuer.address}/token`,
          jwks_uri: `${issuer.address}/keys`,
          id_token_signing_alg_values_supported: ['RS256'],
        });
      case '/keys':
        return answer({
          keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }],
        });
      case '/authorize': {
        const code = randomUUID();
        nonces.set(code, url.searchParams.get('nonce') ?? '');
        const back = new URL(url.searchParams.get('redirect_uri') ?? '');
        back.searchParams.set('code', code);
        back.searchParams.set('state', url.searchParams.get('state') ?? '');
        return response.writeHead(302, { location: back.href }).end();
      }
      default: {
        const parts: Buffer[] = [];
        for await (const part of request) parts.push(part);
        const code = new URLSearchParams(Buffer.concat(parts).toString()).get('code') ?? '';
        return answer({ access_token: 'x', token_type: 'Bearer', id_token: idToken(nonces.get(code) ?? '') });
      }
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return issuer;
}

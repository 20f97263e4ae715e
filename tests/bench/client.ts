import http from 'node:http';

/** A browser of one person, with connections that stay open. */
export type Client = {
  /** Asks for a page as a browser does and reads it to its end; rejects unless the answer is 200. */
  open: (path: string) => Promise<void>;
  /** The same, and what it says. */
  read: (path: string) => Promise<string>;
  /** Sends a form to a server action; rejects unless the answer leads to what was saved. */
  act: (path: string, action: string, fields: Readonly<Record<string, string>>) => Promise<void>;
  close: () => void;
};

/** A client with at most `connections` requests at once. */
export function makeClient(origin: string, cookie: string, connections: number): Client {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const headers = { cookie, 'sec-fetch-site': 'same-origin', origin };
  const asDocument = { 'sec-fetch-dest': 'document', 'sec-fetch-mode': 'navigate' };
  const open = (path: string): Promise<void> =>
    new Promise<void>((resolve, reject) => {
      const asked = { agent, headers: { ...headers, ...asDocument, 'accept-encoding': 'gzip' } };
      const request = http.get(origin + path, asked, (response) => {
        response.resume();
        response.on('end', () => {
          if (response.statusCode === 200) resolve();
          else reject(new Error(`GET ${path} answers ${response.statusCode}`));
        });
      });
      request.on('error', (error) => {
        // The server had closed a connection that nobody used for a while.
        if (request.reusedSocket && Reflect.get(error, 'code') === 'ECONNRESET')
          open(path).then(resolve, reject);
        else reject(error);
      });
    });
  return {
    open,
    read: async (path) => {
      const response = await fetch(origin + path, { headers: { ...headers, ...asDocument } });
      if (!response.ok) throw new Error(`GET ${path} answers ${response.status}`);
      return response.text();
    },
    act: async (path, action, fields) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.append(`_1_${name}`, value);
      body.append('0', JSON.stringify([{ status: 'idle' }, '$K1']));
      const sent = { ...headers, 'next-action': action, accept: 'text/x-component' };
      const response = await fetch(origin + path, {
        method: 'POST',
        headers: sent,
        body,
        redirect: 'manual',
      });
      await response.arrayBuffer();
      const leadsTo = response.headers.get('x-action-redirect') ?? '';
      if (!leadsTo.includes('saved='))
        throw new Error(`POST ${path} answers ${response.status} and saves nothing`);
    },
    close: () => agent.destroy(),
  };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The id that somebody sent, as this software writes it (small letters), or null: it is none. */
export function readUuid(sent: unknown): string | null {
  return typeof sent === 'string' && UUID.test(sent) ? sent.toLowerCase() : null;
}

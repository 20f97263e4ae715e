/** The SHA-256 of bytes, in hexadecimal. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The id of a line that names none: a UUID (version 8) of the case, the file and the line, so that the same file
 * sent twice is the same reports.
 */
export async function idsOfLines(caseId: string, fileHash: string): Promise<(line: number) => string> {
  const seed = await sha256(new TextEncoder().encode(`${caseId} ${fileHash}`));
  return (line) => {
    const last = line.toString(16).padStart(8, '0');
    return `${seed.slice(0, 8)}-${seed.slice(8, 12)}-8${seed.slice(12, 15)}-8${seed.slice(15, 18)}-${seed.slice(18, 22)}${last}`;
  };
}

import 'server-only';
import { ok, type Result, refused } from '#lib/domain/result.ts';

/** For so long nothing may come of a body that is under way; then it is taken for cut off. */
const SILENCE_MS = 30_000;

/**
 * The bytes of a request. `too-large`: they are more than `most`, and the rest is neither waited for nor kept.
 * `cut-off`: the connection broke, or nothing came for half a minute.
 */
export async function readBody(
  request: Request,
  most: number,
): Promise<Result<Uint8Array, 'too-large' | 'cut-off'>> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return refused('too-large');
  const reader = request.body?.getReader();
  if (!reader) return ok(new Uint8Array());
  let isSilent = false;
  const silence = setTimeout(() => {
    isSilent = true;
    void reader.cancel().catch(() => undefined);
  }, SILENCE_MS);
  try {
    const bytes = await readUpTo(reader, most, () => silence.refresh());
    if (isSilent) return refused('cut-off');
    return bytes ? ok(bytes) : refused('too-large');
  } catch {
    return refused('cut-off');
  } finally {
    clearTimeout(silence);
  }
}

/** What a reader gives until its end; null once it is more than `most`. */
async function readUpTo(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  most: number,
  arrived: () => void,
): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    arrived();
    length += value.length;
    if (length > most) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

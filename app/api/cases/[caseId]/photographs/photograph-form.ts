import { ok, type Result, refused } from '#lib/domain/result.ts';
import { type PhotographInput, photographInput } from '#lib/schemas/photograph.ts';
import type { PhotographRefusal } from '#lib/schemas/photograph-answer.ts';
import type { TypedPhotograph } from '#lib/schemas/typed-photograph.ts';

export type PhotographForm = {
  input: PhotographInput;
  file: Uint8Array;
  /** The type that the file says it is. */
  type: string;
  typed: TypedPhotograph;
};

type FormRefusal = { refusal: PhotographRefusal; typed?: TypedPhotograph };

const REFUSAL_OF_FIELD: Readonly<Record<string, PhotographRefusal>> = {
  id: 'cut-off',
  deviceId: 'device-unknown',
  complicationId: 'complication-unknown',
  takenDay: 'day-missing',
  note: 'note-too-long',
};

/** Reads the parts of the form from its bytes. */
export async function readPhotographForm(
  contentType: string,
  body: Uint8Array,
): Promise<Result<PhotographForm, FormRefusal>> {
  if (body.length === 0) return refused({ refusal: 'empty' });
  const form = await new Response(body as BodyInit, { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => null);
  if (form === null) return refused({ refusal: 'cut-off' });
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const typed = {
    takenDay: text('takenDay'),
    deviceId: text('deviceId'),
    complicationId: text('complicationId'),
    note: text('note'),
  };
  const parsed = photographInput.safeParse({ id: text('photographId'), ...typed });
  if (!parsed.success) {
    const field = String(parsed.error.issues[0]?.path[0] ?? 'id');
    return refused({ refusal: REFUSAL_OF_FIELD[field] ?? 'cut-off', typed });
  }
  const file = form.get('file');
  if (!(file instanceof Blob)) return refused({ refusal: 'empty', typed });
  const bytes = new Uint8Array(await file.arrayBuffer());
  return ok({ input: parsed.data, file: bytes, type: file.type, typed });
}

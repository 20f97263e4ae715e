import type { Prescribed } from '#lib/domain/protocol/version.ts';
import { publishProtocolInput } from './protocol.ts';
import { readProtocolForm } from './protocol-form.ts';

const said = publishProtocolInput.omit({
  id: true,
  seenVersion: true,
  reason: true,
  reasonCode: true,
  toldAt: true,
  toldById: true,
});

/** What the form of a version says so far, or which controls still say nothing that can be laid out. */
export type PreviewInput =
  | { kind: 'read'; said: Prescribed & { drafted?: number | null | undefined }; rows: readonly number[] }
  | { kind: 'incomplete'; controls: readonly string[] };

/** Reads the form of a version for its preview: why it is written, and who was told, may still be missing. */
export function readPreview(form: FormData): PreviewInput {
  const { values, rows, controlOf } = readProtocolForm(form);
  const read = said.safeParse(values);
  return read.success
    ? { kind: 'read', said: { ...read.data, reason: '', reasonCode: 'other' }, rows }
    : { kind: 'incomplete', controls: [...new Set(read.error.issues.map(({ path }) => controlOf(path)))] };
}

import { type FileHandle, open } from 'node:fs/promises';
import { type Node, type ParseError, parse, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { z } from 'zod';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import { caseFileSchema } from '#lib/schemas/case-file.ts';

const LARGEST_BYTES = 8 * 1024 * 1024;
const MOST_PROBLEMS = 20;

/** Reads and checks a case file. The refusal is one or more lines for the person at the terminal. */
export async function readCaseFile(path: string): Promise<Result<CaseFacts, string>> {
  const text = await readText(path);
  return text.ok ? parseCaseFile(text.value) : text;
}

/** The facts in the text of a case file; a refusal has a line for each problem, with the field's path. */
export function parseCaseFile(source: string): Result<CaseFacts, string> {
  const json = parseJson(source);
  if (!json.ok) return json;
  const parsed = caseFileSchema.safeParse(json.value);
  if (parsed.success) return ok(parsed.data);
  const lines = parsed.error.issues.map((issue) => `${pathText(issue.path)}: ${sentence(issue, json.value)}`);
  const rest = lines.length - MOST_PROBLEMS;
  return refused([...lines.slice(0, MOST_PROBLEMS), ...(rest > 0 ? [`… and ${rest} more`] : [])].join('\n'));
}

function parseJson(source: string): Result<unknown, string> {
  try {
    const value: unknown = JSON.parse(source);
    return withoutRepeatedKeys(source, value);
  } catch (error) {
    if (error instanceof RangeError)
      return refused('the lists in this file are nested too deeply; a case file needs four levels');
    return refused(syntaxProblem(source));
  }
}

function syntaxProblem(source: string): string {
  if (source.trim() === '') return 'the file is empty; docs/case-file.md shows one to start from';
  const errors: ParseError[] = [];
  try {
    parse(source, errors, { disallowComments: true, allowTrailingComma: false });
  } catch {
    return 'this is not JSON, and its lists are nested too deeply to say where';
  }
  const first = errors[0];
  if (!first) return 'this is not JSON; check the quotation marks, and that no text holds a line break';
  const wrong = printParseErrorCode(first.error)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return `this is not JSON: ${place(source, first.offset)}: ${wrong}; correct it there or just before`;
}

/** JSON lets the last of two equal keys win in silence; in a case file the other one would be lost. */
function withoutRepeatedKeys(source: string, value: unknown): Result<unknown, string> {
  const pending: Node[] = [parseTree(source)].filter((node) => node !== undefined);
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const seen = new Set<unknown>();
    for (const child of node.children ?? []) {
      pending.push(child);
      const key = child.type === 'property' ? child.children?.[0] : undefined;
      if (key === undefined) continue;
      if (seen.has(key.value))
        return refused(
          `"${String(key.value)}" stands twice in one object (${place(source, key.offset)}); keep one`,
        );
      seen.add(key.value);
    }
  }
  return ok(value);
}

function place(source: string, offset: number): string {
  const before = source.slice(0, offset).split(/\r\n|\r|\n/);
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

/** `protocol[0].sessions[1]`. */
function pathText(path: readonly PropertyKey[]): string {
  const written = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return written.replace(/^\./, '') || 'the file';
}

function sentence(issue: z.core.$ZodIssue, file: unknown): string {
  if (issue.code === 'unrecognized_keys') {
    return `${issue.keys.map((key) => `"${key}"`).join(', ')} is no field of a case file; correct its spelling or remove it`;
  }
  if (issue.code !== 'invalid_type' || issue.path.length === 0) return issue.message;
  const wanted = issue.expected === 'object' ? 'write an object, such as { … }' : issue.message;
  return valueAt(file, issue.path) === undefined ? `missing; ${wanted}` : wanted;
}

function valueAt(file: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    file,
  );
}

async function readText(path: string): Promise<Result<string, string>> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, 'r');
    const { size } = await file.stat();
    if (size > LARGEST_BYTES)
      return refused(
        `the file has ${Math.ceil(size / 1024 / 1024)} MB; a case file has at most 8 MB, so this is another file`,
      );
    return decoded(await file.readFile());
  } catch (error) {
    return refused(unreadable(error));
  } finally {
    await file?.close();
  }
}

function decoded(bytes: Uint8Array): Result<string, string> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return ok(text);
  } catch {
    // Said below: NUL bytes and broken sequences have the same cause.
  }
  return refused('the file is not UTF-8 text; save it again as UTF-8');
}

function unreadable(error: unknown): string {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  if (code === 'ENOENT') return 'there is no such file; check the name and the folder';
  if (code === 'EISDIR') return 'this is a folder; name the file in it';
  if (code === 'EACCES' || code === 'EPERM')
    return 'the file may not be read by this user; change its rights';
  return `the file cannot be read (${typeof code === 'string' ? code : 'unknown cause'})`;
}

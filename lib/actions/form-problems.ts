type Issue = { path: PropertyKey[]; message: string };

/** Field name → its first problem, as a sentence, of what zod found wrong with a form. */
export function formProblems(issues: readonly Issue[]): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const { path, message } of issues) {
    const name = String(path[0] ?? 'form');
    fields[name] ??= `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
  }
  return fields;
}

/** What was typed into a form, by field, to be shown again. Passwords, files and the framework's own fields stay out. */
export function typedValues(form: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$') || /password/i.test(name)) continue;
    const typed = form.getAll(name).filter((value) => typeof value === 'string');
    const [first] = typed;
    if (first !== undefined) values[name] = typed.length > 1 ? typed : first;
  }
  return values;
}

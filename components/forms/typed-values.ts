import type { Typed } from './form-context.tsx';

/** What a form sends, without files: one text per name, or a list where a name comes more than once. */
export function typedValues(form: FormData): Typed {
  const typed: Typed = {};
  for (const name of new Set(form.keys())) {
    const texts = form.getAll(name).filter((value) => typeof value === 'string');
    const [first] = texts;
    if (first !== undefined) typed[name] = texts.length === 1 ? first : texts;
  }
  return typed;
}

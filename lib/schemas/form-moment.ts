/** The text of a control of a form, blanks at its ends removed. */
export function controlText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** What the two controls `nameDay` and `nameTime` say, as `2026-03-12T08:00`; empty when both are. */
export function momentText(form: FormData, name: string): string {
  const [day, time] = [controlText(form, `${name}Day`), controlText(form, `${name}Time`)];
  return day === '' && time === '' ? '' : `${day}T${time}`;
}

/** Problems by field, those of a moment moved to the one of its two controls that is at fault. */
export function atControls(
  form: FormData,
  problems: Readonly<Record<string, string>>,
  moments: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(problems).map(([name, sentence]) => {
      if (!moments.includes(name)) return [name, sentence];
      const isTimeMissing = controlText(form, `${name}Day`) !== '' && controlText(form, `${name}Time`) === '';
      return isTimeMissing ? [`${name}Time`, 'Give the time; about is enough.'] : [`${name}Day`, sentence];
    }),
  );
}

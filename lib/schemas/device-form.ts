import { momentText } from './form-moment.ts';

/** What the form of a device says. */
export function deviceTyped(form: FormData) {
  return { ...Object.fromEntries(form), placedAt: momentText(form, 'placedAt') };
}

/** The thread is always confirmed against the hardware: the sentence for the tick that is missing, or none. */
export function threadProblem(form: FormData): Record<string, string> {
  return form.has('threadConfirmed')
    ? {}
    : { threadConfirmed: 'Check both figures against the device or its instructions, then tick this.' };
}

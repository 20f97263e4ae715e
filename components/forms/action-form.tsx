'use client';

import { clsx } from 'clsx';
import {
  type FormEvent,
  Fragment,
  type ReactNode,
  useActionState,
  useEffect,
  useId,
  useRef,
  useState,
  useTransition,
} from 'react';
import { Alert } from '#components/ui/alert.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { focusSaved } from './focus-saved.ts';
import { FormConflict } from './form-conflict.tsx';
import { FormProvider, type Typed } from './form-context.tsx';
import { FormErrors } from './form-errors.tsx';
import { type FormAction, type FormState, idle } from './form-state.ts';
import { typedValues } from './typed-values.ts';
import { markSaved } from './unsaved.ts';

type ActionFormProps = {
  /** A server action, passed as it is, so that the form also works before hydration. */
  action: FormAction;
  children: ReactNode;
  /** Field name → its label, for the error summary and the comparison of two versions. */
  labels?: Record<string, string> | undefined;
  /** Value → what it is called, for the comparison of two versions where a value is an id. */
  words?: Record<string, string> | undefined;
  /** Empties the form once saved and, without `onSaved`, puts the focus in its first field: one entry after another. */
  resetOnSaved?: boolean | undefined;
  /** Called in the browser after saving, instead of the line that says so: it leads the focus too. */
  onSaved?: ((state: Extract<FormState, { status: 'saved' }>) => void) | undefined;
  /** The form's name for screen readers, where no heading names it. */
  'aria-label'?: string | undefined;
  className?: string | undefined;
};

/** `sent`: how often it was, `entry`: how often it was emptied since. */
type Answer = { state: FormState; typed: Typed | null; entry: number; sent: number };

/**
 * A form around one server action. Before hydration the browser posts it and the server renders it again
 * with what was typed; afterwards it is sent in place and the fields are left alone. Only a redirect or a
 * not-found from the action leaves the page; a lost connection keeps everything.
 */
export function ActionForm({
  action,
  children,
  labels = {},
  words = {},
  resetOnSaved,
  onSaved,
  className,
  ...props
}: ActionFormProps) {
  const [posted, post] = useActionState(action, idle);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [pending, startTransition] = useTransition();
  const form = useRef<HTMLFormElement>(null);
  const formId = useId();
  const state = answer?.state ?? posted;
  const typed = answer ? answer.typed : 'values' in posted ? posted.values : null;
  const entry = answer?.entry ?? 0;

  const isLed = onSaved !== undefined;
  useEffect(() => {
    if (entry > 0 && !isLed) form.current?.querySelector<HTMLElement>(firstControl)?.focus();
  }, [entry, isLed]);

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const element = event.currentTarget;
    const data = new FormData(element, (event.nativeEvent as SubmitEvent).submitter);
    startTransition(async () => {
      const next = await action(state, data).catch((failure: unknown) => {
        if (leadsOn(failure)) settle(element, true);
        return keepTyped(failure);
      });
      const isSaved = next.status === 'saved';
      const emptied = isSaved && resetOnSaved;
      if (isSaved && !onSaved && !emptied) settle(element, false);
      else if (isSaved) markSaved(element);
      const after = {
        state: next,
        typed: emptied ? null : typedValues(data),
        entry: emptied ? entry + 1 : entry,
        sent: (answer?.sent ?? 0) + 1,
      };
      startTransition(() => setAnswer(after));
      if (isSaved) onSaved?.(next);
    });
  }

  const refused = state.status === 'refused' ? state : undefined;
  return (
    <FormProvider value={{ formId, pending, errors: refused?.fields ?? {}, typed, labels }}>
      <form
        {...props}
        ref={form}
        action={post}
        onSubmit={send}
        noValidate
        data-typed=""
        className={clsx('grid gap-4', className)}
      >
        {refused ? <FormErrors state={refused} /> : null}
        {refused?.conflict ? (
          <FormConflict conflict={refused.conflict} labels={labels} words={words} />
        ) : null}
        {state.status === 'saved' && !onSaved ? (
          <Alert key={answer?.sent} level="done" title={state.message ?? 'Saved.'} role="status">
            {state.to ? <TextLink href={state.to}>Open it</TextLink> : null}
          </Alert>
        ) : null}
        <Fragment key={entry}>{children}</Fragment>
      </form>
    </FormProvider>
  );
}

const firstControl = 'input:not([type=hidden]), select, textarea';

const lost: FormState = {
  status: 'refused',
  message:
    'No answer came back from the server. What you typed is still here. Check the connection and send it again.',
  fields: {},
  values: {},
};

/** What was typed is saved: nobody is asked about it any more, and the focus goes to what says so. */
function settle(form: HTMLFormElement, ledOn: boolean): void {
  markSaved(form);
  focusSaved(form, ledOn);
}

/** Whether the action saved what was sent and leads to another page. */
function leadsOn(failure: unknown): boolean {
  return digestOf(failure).startsWith('NEXT_REDIRECT');
}

/** Redirects and not-founds travel as errors that the framework must see; every other failure keeps the page. */
function keepTyped(failure: unknown): FormState {
  if (digestOf(failure).startsWith('NEXT_')) throw failure;
  return lost;
}

function digestOf(failure: unknown): string {
  return typeof failure === 'object' && failure !== null && 'digest' in failure ? String(failure.digest) : '';
}

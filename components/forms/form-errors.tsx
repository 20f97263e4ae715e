'use client';

import { type MouseEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Alert } from '#components/ui/alert.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { controlId, useForm } from './form-context.tsx';
import type { FormState } from './form-state.ts';

type Refused = Extract<FormState, { status: 'refused' }>;

/**
 * What was refused and why, with a link to each field, in the order of the fields on the page; takes the focus each
 * time the form comes back.
 */
export function FormErrors({ state }: { state: Refused }) {
  const { formId, labels } = useForm();
  const summary = useRef<HTMLDivElement>(null);
  const [order, setOrder] = useState<readonly string[]>([]);
  useLayoutEffect(() => setOrder(inOrder(Object.keys(state.fields), formId)), [state, formId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each refusal is a new object and takes the focus again
  useEffect(() => summary.current?.focus(), [state]);

  function lead(event: MouseEvent, name: string) {
    const control = document.getElementById(controlId(formId, name));
    if (!control) return;
    event.preventDefault();
    control.focus();
    control.scrollIntoView({ block: 'center' });
  }

  const fields = Object.entries(state.fields).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return (
    <div ref={summary} tabIndex={-1} className="outline-offset-4">
      <Alert level="act" word="Error" title={state.message} role="alert">
        {fields.length === 0 ? null : (
          <ul className="grid gap-1">
            {fields.map(([name, problem]) => (
              <li key={name}>
                <a
                  href={`#${controlId(formId, name)}`}
                  className="underline"
                  onClick={(event) => lead(event, name)}
                >
                  {labels[name] ? `${labels[name]}: ${problem}` : problem}
                </a>
              </li>
            ))}
          </ul>
        )}
        {state.see ? <TextLink href={state.see.href}>{state.see.label}</TextLink> : null}
      </Alert>
    </div>
  );
}

/** Names of fields as their controls follow one another on the page; what has none comes last. */
function inOrder(names: readonly string[], formId: string): readonly string[] {
  const control = new Map(names.map((name) => [name, document.getElementById(controlId(formId, name))]));
  return [...names].sort((a, b) => {
    const [one, other] = [control.get(a), control.get(b)];
    if (!one || !other) return one ? -1 : other ? 1 : 0;
    return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  });
}

'use client';

import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { useField } from './form-context.tsx';

export type FieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode | undefined;
  /** Unit, said and shown behind the control: `mm`, `turns`. */
  unit?: ReactNode | undefined;
  /** Marked as such in words; fields are required unless they say so. */
  optional?: boolean | undefined;
  /** Layout only: width, place in a grid. */
  className?: string | undefined;
};

export type ControlProps = {
  id: string;
  name: string;
  defaultValue: string | undefined;
  required: boolean;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
};

/** The words that belong to a control, in reading order; undefined when there are none. */
export function describedBy(...ids: (string | false | undefined)[]): string | undefined {
  return ids.filter(Boolean).join(' ') || undefined;
}

export function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="text-ink-muted text-sm">
      {children}
    </p>
  );
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="flex gap-1.5 text-act text-sm">
      <svg viewBox="0 0 16 16" aria-hidden="true" className="mt-0.5 size-4 shrink-0">
        <path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" fill="currentColor" />
        <path d="M8 4v5M8 11v1.5" stroke="var(--surface)" strokeWidth="1.75" />
      </svg>
      {children}
    </p>
  );
}

type FrameProps = FieldProps & {
  defaultValue?: string | undefined;
  children: (control: ControlProps) => ReactNode;
};

/**
 * Label, control, unit, hint and error of one field, wired to each other; the hint is below, so that controls
 * side by side align. The control gets its props from
 * here; they carry what was typed when the form comes back refused.
 */
export function Field({ name, label, hint, unit, optional, className, defaultValue, children }: FrameProps) {
  const field = useField(name);
  const unitId = `${field.id}-unit`;
  const control = children({
    id: field.id,
    name,
    defaultValue: field.typed ?? defaultValue,
    required: !optional,
    'aria-invalid': field.error ? true : undefined,
    'aria-describedby': describedBy(
      unit !== undefined && unitId,
      hint !== undefined && field.hintId,
      field.error && field.errorId,
    ),
  });
  return (
    <div className={clsx('grid min-w-0 content-start gap-1', className)}>
      <label htmlFor={field.id} className="font-medium">
        {label}
        {optional ? <span className="font-normal text-ink-muted"> (optional)</span> : null}
      </label>
      {unit === undefined ? (
        control
      ) : (
        <div className="flex items-center gap-2">
          {control}
          <span id={unitId} className="shrink-0 text-ink-muted">
            {unit}
          </span>
        </div>
      )}
      {hint === undefined ? null : <FieldHint id={field.hintId}>{hint}</FieldHint>}
      {field.error ? <FieldError id={field.errorId}>{field.error}</FieldError> : null}
    </div>
  );
}

'use client';

import { useField } from '#components/forms/form-context.tsx';
import { Input } from '#components/ui/input.tsx';
import { TimeInput } from '#components/ui/time-input.tsx';

type CellProps = { name: string; label: string; value: string };

function useCell(name: string, label: string, value: string) {
  const field = useField(name);
  return {
    error: field.error,
    errorId: field.errorId,
    control: {
      id: field.id,
      name,
      defaultValue: field.typed ?? value,
      'aria-label': label,
      'aria-invalid': field.error ? (true as const) : undefined,
      'aria-describedby': field.error ? field.errorId : undefined,
    },
  };
}

function CellError({ id, error }: { id: string; error: string | undefined }) {
  return error ? (
    <p id={id} className="max-w-48 whitespace-normal text-act text-sm">
      {error}
    </p>
  ) : null;
}

/** How many actuations, or where a device stops. */
export function AmountCell({ name, label, value }: CellProps) {
  const { control, error, errorId } = useCell(name, label, value);
  return (
    <div>
      <Input {...control} numeric maxLength={12} className="w-20!" />
      <CellError id={errorId} error={error} />
    </div>
  );
}

/** When a session is; an empty one is not used. `standard` is the clinic's default for it. */
export function TimeCell({
  name,
  label,
  value,
  standard,
  typed,
}: CellProps & { standard: string | undefined; typed: string }) {
  const { control, error, errorId } = useCell(name, label, value);
  return (
    <div>
      <TimeInput key={control.defaultValue} {...control} className="flex-nowrap!" />
      {standard === undefined ? null : (
        <p className="text-ink-muted text-sm">
          {typed === standard ? 'clinic default' : `clinic default: ${standard}`}
        </p>
      )}
      <CellError id={errorId} error={error} />
    </div>
  );
}

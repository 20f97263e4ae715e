'use client';

import { useField } from '#components/forms/form-context.tsx';
import { Input } from '#components/ui/input.tsx';

type SheetCellProps = {
  name: string;
  label: string;
  /** What was planned, shown faintly: never sent. */
  placeholder: string;
  line: number;
  column: number;
};

/** One cell of the grid; its error stands under it and in the summary. */
export function SheetCell({ name, label, placeholder, line, column }: SheetCellProps) {
  const field = useField(name);
  return (
    <>
      <Input
        id={field.id}
        name={name}
        defaultValue={field.typed}
        aria-label={label}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={field.error ? field.errorId : undefined}
        placeholder={placeholder === '' ? '' : `(${placeholder})`}
        data-line={line}
        data-column={column}
        maxLength={12}
        autoCapitalize="none"
        spellCheck={false}
        className="min-w-16 max-w-20"
      />
      {field.error ? (
        <p id={field.errorId} className="max-w-40 whitespace-normal text-act text-xs">
          {field.error}
        </p>
      ) : null}
    </>
  );
}

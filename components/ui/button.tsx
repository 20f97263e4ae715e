import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-class.ts';
import { Spinner } from './spinner.tsx';

type ButtonProps = ComponentProps<'button'> & {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  /** Work under way: shows a spinner, keeps the focus, is announced as busy. The caller ignores further clicks. */
  pending?: boolean | undefined;
  square?: boolean | undefined;
};

/** One primary button a screen; `danger` only for what takes something away. */
export function Button({
  variant,
  size,
  pending,
  square,
  className,
  children,
  type = 'button',
  ...props
}: ButtonProps) {
  return (
    <button
      {...props}
      type={type}
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      className={clsx(buttonClass(variant, size, square), className)}
    >
      {pending ? <Spinner /> : null}
      {children}
    </button>
  );
}

type IconButtonProps = Omit<ButtonProps, 'aria-label' | 'square' | 'children'> & {
  /** What it does, for the name and the hover hint. */
  label: string;
  children: ComponentProps<'button'>['children'];
};

/** A square button with a mark and no visible words. */
export function IconButton({ label, variant = 'quiet', ...props }: IconButtonProps) {
  return <Button {...props} square variant={variant} aria-label={label} title={label} />;
}

import { clsx } from 'clsx';
import Link from 'next/link';
import type { ComponentProps } from 'react';
import { Spinner } from './spinner.tsx';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'sm' | 'md' | 'lg';

const variants: Record<ButtonVariant, string> = {
  primary: 'border-accent bg-accent text-on-accent hover:border-accent-hover hover:bg-accent-hover',
  secondary: 'border-line-strong bg-surface text-ink hover:border-ink hover:bg-surface-sunk',
  quiet: 'border-transparent text-ink hover:bg-surface-sunk',
  danger: 'border-act bg-surface text-act hover:bg-act-soft',
};

const sizes: Record<ButtonSize, string> = {
  sm: 'h-7 text-sm pointer-coarse:h-9',
  md: 'h-8 text-base pointer-coarse:h-11',
  lg: 'h-12 text-lg',
};

const paddings: Record<ButtonSize, string> = { sm: 'px-2', md: 'px-3', lg: 'px-5' };

/** Classes of a button, for what must look like one but is not (`summary`, `a`); `square` for a mark alone. */
export function buttonClass(
  variant: ButtonVariant = 'secondary',
  size: ButtonSize = 'md',
  square = false,
): string {
  return clsx(
    'inline-flex shrink-0 items-center justify-center gap-2 whitespace-nowrap rounded-md border font-medium',
    'cursor-pointer select-none transition-colors duration-100 [&_svg]:size-4 [&_svg]:shrink-0',
    'disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-progress',
    variants[variant],
    sizes[size],
    square ? 'aspect-square' : paddings[size],
  );
}

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

type ButtonLinkProps = ComponentProps<typeof Link> & {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
};

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function ButtonLink({ variant, size, className, ...props }: ButtonLinkProps) {
  return <Link {...props} className={clsx(buttonClass(variant, size), className)} />;
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

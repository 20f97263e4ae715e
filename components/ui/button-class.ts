import { clsx } from 'clsx';

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

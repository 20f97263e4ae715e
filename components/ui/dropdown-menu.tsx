'use client';

import Link from 'next/link';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

type DropdownMenuProps = {
  /** A Button or another element that takes a ref. */
  trigger: ReactNode;
  label: string;
  /** MenuItem, MenuLink, MenuLine. */
  children: ReactNode;
  align?: 'start' | 'end' | undefined;
};

/** What can be done with one row or one thing. Not modal: the page behind stays as it is. */
export function DropdownMenu({ trigger, label, children, align = 'end' }: DropdownMenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="z-50 min-w-48 rounded-md border border-line bg-surface-raised py-1 text-base text-ink shadow-float"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

const itemClass =
  'flex min-h-8 cursor-pointer select-none items-center gap-2 px-3 outline-none data-[disabled]:cursor-not-allowed data-[highlighted]:bg-accent-soft data-[disabled]:text-ink-muted pointer-coarse:min-h-11';

type MenuItemProps = {
  children: ReactNode;
  onSelect: () => void;
  disabled?: boolean | undefined;
  danger?: boolean | undefined;
};

export function MenuItem({ children, onSelect, disabled = false, danger }: MenuItemProps) {
  return (
    <Radix.Item
      className={danger ? `${itemClass} text-act` : itemClass}
      disabled={disabled}
      onSelect={onSelect}
    >
      {children}
    </Radix.Item>
  );
}

export function MenuLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Radix.Item asChild>
      <Link href={href} className={itemClass}>
        {children}
      </Link>
    </Radix.Item>
  );
}

export function MenuLine() {
  return <Radix.Separator className="my-1 border-line border-t" />;
}

/** The sign of Turnwise: two edges of bone moving apart. */
export function ProductMark({ className }: { className?: string | undefined }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <rect width="32" height="32" rx="6" fill="var(--accent)" />
      <g fill="none" stroke="var(--on-accent)" strokeWidth="2.5" strokeLinecap="round" strokeLinejoin="round">
        <path d="M7 8v16M25 8v16" strokeWidth="3" />
        <path d="M12 16h8M14.5 12.5 11 16l3.5 3.5M17.5 12.5 21 16l-3.5 3.5" strokeWidth="2" />
      </g>
    </svg>
  );
}

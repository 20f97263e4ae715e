/** Which way the driver goes: a bent arrow to the right with the arrow of the tool, to the left against it. */
export function TurnArrow({ way }: { way: 'with' | 'against' }) {
  return (
    <svg
      viewBox="0 0 20 14"
      aria-hidden="true"
      className={`h-3.5 w-5 shrink-0 ${way === 'against' ? '-scale-x-100' : ''}`}
    >
      <path d="M2 12V9a5 5 0 0 1 5-5h6" fill="none" stroke="#000" strokeWidth="2.4" />
      <path d="M12 0v8l7-4z" fill="#000" />
    </svg>
  );
}

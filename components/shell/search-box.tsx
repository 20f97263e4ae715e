import { Kbd } from '#components/ui/kbd.tsx';

type SearchBoxProps = {
  /** Page that lists what was found; gets the words as `q`. */
  action: string;
  /** What can be looked for: `Name, MRN or lot`. */
  placeholder: string;
  defaultValue?: string | undefined;
};

/** The search of the bar; `/` leads to it, Enter opens the results, also before hydration. */
export function SearchBox({ action, placeholder, defaultValue }: SearchBoxProps) {
  return (
    <search className="min-w-0">
      <form action={action} className="relative flex items-center">
        <svg
          viewBox="0 0 16 16"
          aria-hidden="true"
          className="pointer-events-none absolute left-2 size-4 text-ink-muted"
        >
          <path
            d="M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.3 10.3 14 14"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.3"
          />
        </svg>
        <input
          type="search"
          name="q"
          aria-label={`Search: ${placeholder}`}
          placeholder={placeholder}
          defaultValue={defaultValue}
          autoComplete="off"
          data-shortcut="search"
          className="peer h-8 w-full min-w-0 rounded-md border border-line-strong bg-surface pr-7 pl-7 text-base pointer-coarse:h-11 pointer-coarse:text-lg sm:w-56 2xl:w-72"
        />
        <span
          aria-hidden="true"
          className="absolute right-1.5 hidden peer-focus:hidden pointer-fine:sm:block peer-[:not(:placeholder-shown)]:hidden"
        >
          <Kbd>/</Kbd>
        </span>
      </form>
    </search>
  );
}

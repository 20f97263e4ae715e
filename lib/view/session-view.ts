/** The signed-in person, as the frame around every page shows it. */
export type SessionView = {
  person: { id: string; name: string };
  /** Null: no role in any clinic. */
  clinic: { id: string; name: string } | null;
  /** All of this person's, by name: more than one gets a switcher. */
  clinics: { id: string; name: string }[];
  /** The parts of the product that the roles open. */
  nav: { href: string; label: string }[];
  /** The path of the page that is asked for. */
  path: string;
  mayReadCases: boolean;
  /** After so long without a key or a press the browser signs out. */
  idleSeconds: number;
};

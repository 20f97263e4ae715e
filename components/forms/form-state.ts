/**
 * What every server action answers. `lib/schemas/form-state.ts` holds the same type for the server side:
 * forms import nothing of lib, so there are two copies and form-state.test.ts keeps them equal.
 */
export type FormState =
  | { status: 'idle' }
  | {
      status: 'saved';
      message?: string;
      /** Address of what was saved. */
      to?: string;
    }
  | {
      /** Nothing was saved: the form is shown again with what was typed, and what it would do. */
      status: 'previewed';
      values: Record<string, string | string[]>;
    }
  | {
      status: 'refused';
      /** What happened, what was kept and what to do. */
      message: string;
      /** Field name → what is wrong with it. */
      fields: Record<string, string>;
      /** What was typed, so that a form rendered anew shows it again. */
      values: Record<string, string | string[]>;
      /** Where to look or go on instead. */
      see?: { href: string; label: string };
      /** Somebody else saved the same thing first: both versions, field by field. */
      conflict?: {
        mine: Record<string, string>;
        theirs: Record<string, string>;
        by: string;
        at: string;
        /** What yours would change of theirs, in sentences, where that is said. */
        difference?: readonly string[];
      };
    };

export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

export const idle: FormState = { status: 'idle' };

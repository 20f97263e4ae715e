import type { TurnOutcome } from '#lib/domain/turn/report.ts';
import type { Centi } from '#lib/domain/units.ts';

/** Largest file of turns that is read: five months of four devices at four sessions a day are 200 kB. */
export const MOST_IMPORT_BYTES = 2 * 1024 * 1024;

/** What is wrong with one cell of the file. */
export type ImportProblem = {
  line: number;
  column: string;
  /** What stands in the cell, shortened; empty: nothing. */
  written: string;
  message: string;
};

/** A readable line: recorded on confirmation, or left out because its slot is reported already. */
export type ImportLine = {
  line: number;
  deviceLabel: string;
  day: string;
  slot: number;
  outcome: TurnOutcome;
  actuationsCenti: Centi | null;
  fate: 'new' | 'known';
  /** What is reported there already, where it is another amount. */
  differsFromCenti: Centi | null;
};

/** What the import answers. `hash` names the bytes that were read: confirming asks for the same ones. */
export type ImportAnswer =
  | { kind: 'refused'; message: string }
  | {
      kind: 'preview';
      hash: string;
      lines: readonly ImportLine[];
      problems: readonly ImportProblem[];
    }
  | { kind: 'recorded'; recorded: number };

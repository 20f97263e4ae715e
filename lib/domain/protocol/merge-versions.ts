import type { ProtocolVersion } from './version.ts';

/** An amendment with the version that it changes, one that was to begin after both, and those that were to begin between. */
export type Amending = {
  versions: readonly ProtocolVersion[];
  base: ProtocolVersion;
  next: ProtocolVersion;
  between: readonly ProtocolVersion[];
  later: ProtocolVersion;
};

/** One part of a version as an amendment and a later version say it: `both` decides where both change it. */
export type Merge = {
  <T>(part: (version: ProtocolVersion) => T, both: (amended: T, signed: T) => T): T;
  /** Notes that both decide something, each otherwise. */
  decideByBoth: () => void;
  isDecidedByBoth: () => boolean;
};

/** Merges part by part; what only one of the two changes is as that one says. */
export function mergeOf({ base, next, between, later }: Amending): Merge {
  let isDecidedByBoth = false;
  const merge: Merge = (part, both) => {
    const [was, amended, signed] = [part(base), part(next), part(later)];
    if (isSame(was, amended) || isSame(amended, signed)) return signed;
    // What is signed for in between and taken back again is a change too.
    if ([...between, later].every((version) => isSame(was, part(version)))) return amended;
    merge.decideByBoth();
    return both(amended, signed);
  };
  merge.decideByBoth = () => {
    isDecidedByBoth = true;
  };
  merge.isDecidedByBoth = () => isDecidedByBoth;
  return merge;
}

/** Whether two parts of versions say the same. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

const DECODER = new TextDecoder();
const [SPACE, MINUS, DOT, ZERO] = [32, 45, 46, 48];
/** More signs than any command has. */
const ROOM = 48;

/**
 * The text of an SVG path, whose numbers are given in tenths. It is written sign by sign: hundreds of small texts, each
 * added to those before it, take five times as long and leave as much to be cleared away.
 */
export class PathText {
  #signs = new Uint8Array(1024);
  #length = 0;

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  /** A command of one letter, with up to two numbers. */
  add(letter: string, first?: number, second?: number): void {
    if (this.#length + ROOM > this.#signs.length) this.#grow();
    const signs = this.#signs;
    signs[this.#length] = letter.charCodeAt(0);
    let end = this.#length + 1;
    if (first !== undefined) end = writeTenths(signs, end, first);
    if (second !== undefined) {
      signs[end] = SPACE;
      end = writeTenths(signs, end + 1, second);
    }
    this.#length = end;
  }

  /** The text so far. */
  toString(): string {
    return DECODER.decode(this.#signs.subarray(0, this.#length));
  }

  #grow(): void {
    const signs = new Uint8Array(2 * this.#signs.length);
    signs.set(this.#signs);
    this.#signs = signs;
  }
}

/** Writes a number of tenths from a place on, `-1.3` for -13; answers where it ends. */
function writeTenths(signs: Uint8Array, from: number, tenths: number): number {
  let at = from;
  if (tenths < 0) signs[at++] = MINUS;
  const size = Math.abs(tenths);
  const part = size % 10;
  at = writeWhole(signs, at, (size - part) / 10);
  if (part === 0) return at;
  signs[at++] = DOT;
  signs[at++] = ZERO + part;
  return at;
}

function writeWhole(signs: Uint8Array, from: number, size: number): number {
  const last = size % 10;
  const at = size > 9 ? writeWhole(signs, from, (size - last) / 10) : from;
  signs[at] = ZERO + last;
  return at + 1;
}

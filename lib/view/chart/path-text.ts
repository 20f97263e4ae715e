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

  /** A command of one letter, with up to two numbers, both whole. */
  add(letter: string, first?: number, second?: number): void {
    if (this.#length + ROOM > this.#signs.length) this.#grow();
    this.#sign(letter.charCodeAt(0));
    if (first !== undefined) this.#tenths(first);
    if (second === undefined) return;
    this.#sign(SPACE);
    this.#tenths(second);
  }

  /** The text so far. */
  toString(): string {
    return DECODER.decode(this.#signs.subarray(0, this.#length));
  }

  /** `-1.3` for -13. */
  #tenths(number: number): void {
    if (number < 0) this.#sign(MINUS);
    const size = Math.abs(number);
    const part = size % 10;
    this.#whole((size - part) / 10);
    if (part === 0) return;
    this.#sign(DOT);
    this.#sign(ZERO + part);
  }

  #whole(size: number): void {
    const last = size % 10;
    if (size > 9) this.#whole((size - last) / 10);
    this.#sign(ZERO + last);
  }

  #sign(code: number): void {
    this.#signs[this.#length++] = code;
  }

  #grow(): void {
    const signs = new Uint8Array(2 * this.#signs.length);
    signs.set(this.#signs);
    this.#signs = signs;
  }
}

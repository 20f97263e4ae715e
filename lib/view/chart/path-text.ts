const DECODER = new TextDecoder();
const [SPACE, MINUS, DOT, ZERO] = [32, 45, 46, 48];
/** Signs of the longest command, `M` with two numbers, and far more. */
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

  /** A command of one letter with one number, or two. */
  add(letter: string, tenths: number, second?: number): void {
    if (this.#length + ROOM > this.#signs.length) this.#grow();
    this.#signs[this.#length++] = letter.charCodeAt(0);
    this.#number(tenths);
    if (second === undefined) return;
    this.#signs[this.#length++] = SPACE;
    this.#number(second);
  }

  /** The text so far. `end`: what is written after it. */
  toString(end = ''): string {
    return DECODER.decode(this.#signs.subarray(0, this.#length)) + end;
  }

  #number(tenths: number): void {
    if (tenths < 0) this.#signs[this.#length++] = MINUS;
    const size = Math.abs(tenths);
    const part = size % 10;
    this.#whole((size - part) / 10);
    if (part === 0) return;
    this.#signs[this.#length++] = DOT;
    this.#signs[this.#length++] = ZERO + part;
  }

  #whole(size: number): void {
    const last = size % 10;
    if (size > 9) this.#whole((size - last) / 10);
    this.#signs[this.#length++] = ZERO + last;
  }

  #grow(): void {
    const signs = new Uint8Array(2 * this.#signs.length);
    signs.set(this.#signs);
    this.#signs = signs;
  }
}

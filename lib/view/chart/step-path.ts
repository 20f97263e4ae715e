import { PathText } from './path-text.ts';
import type { Pieces } from './stroke.ts';

/** A line as it is drawn, and its pieces for what must not cross it. */
export type DrawnLine = { path: string; pieces: Pieces };

/**
 * An SVG path of level and upright pieces between places in tenths. It is written as steps from one to the
 * next: those of an even plan are all alike, which makes a page of them a third smaller once it is compressed.
 */
export class StepPath {
  #text = new PathText();
  #pieces: Float64Array | null;
  #count = 0;
  #x = 0;
  #y = 0;

  /** `most`: how many pieces there can be, where they are wanted as well. */
  constructor(most = 0) {
    this.#pieces = most === 0 ? null : new Float64Array(4 * most);
  }

  get isEmpty(): boolean {
    return this.#text.isEmpty;
  }

  moveTo(x: number, y: number): this {
    this.#text.add('M', x, y);
    this.#x = x;
    this.#y = y;
    return this;
  }

  levelTo(x: number): this {
    if (x === this.#x) return this;
    this.#text.add('h', x - this.#x);
    this.#note(x, this.#y);
    this.#x = x;
    return this;
  }

  uprightTo(y: number): this {
    if (y === this.#y) return this;
    this.#text.add('v', y - this.#y);
    this.#note(this.#x, y);
    this.#y = y;
    return this;
  }

  /** Level to where the height becomes another, then upright; nothing where it stays. */
  stepTo(x: number, y: number): this {
    return y === this.#y ? this : this.levelTo(x).uprightTo(y);
  }

  get pieces(): Pieces {
    return this.#pieces?.subarray(0, this.#count) ?? new Float64Array();
  }

  #note(x: number, y: number): void {
    if (this.#pieces === null) return;
    this.#pieces[this.#count++] = this.#x / 100;
    this.#pieces[this.#count++] = this.#y / 10;
    this.#pieces[this.#count++] = x / 100;
    this.#pieces[this.#count++] = y / 10;
  }

  /** The path, closed: what it surrounds can be filled. */
  closed(): string {
    return `${this.toString()}Z`;
  }

  toString(): string {
    return this.#text.toString();
  }
}

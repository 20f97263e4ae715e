/**
 * An SVG path of level and upright pieces between places that are whole tenths. It is written as steps from one to the
 * next: those of an even plan are all alike, which makes a page of them a third smaller once it is compressed.
 */
export class StepPath {
  #text = '';
  #x = 0;
  #y = 0;

  get isEmpty(): boolean {
    return this.#text === '';
  }

  moveTo(x: number, y: number): this {
    this.#text += `M${x} ${y}`;
    this.#x = x;
    this.#y = y;
    return this;
  }

  levelTo(x: number): this {
    if (x !== this.#x) this.#text += `h${between(this.#x, x)}`;
    this.#x = x;
    return this;
  }

  uprightTo(y: number): this {
    if (y !== this.#y) this.#text += `v${between(this.#y, y)}`;
    this.#y = y;
    return this;
  }

  /** The path, closed: what it surrounds can be filled. */
  closed(): string {
    return `${this.#text}Z`;
  }

  toString(): string {
    return this.#text;
  }
}

function between(from: number, to: number): number {
  return Math.round((to - from) * 10) / 10;
}

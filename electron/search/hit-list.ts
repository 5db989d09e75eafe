/** What is kept of a hit: the number of its text in the search, its offsets, and its turn (-1: none). */
export type Hit = { source: number; start: number; end: number; turn: number };

const fields = 4;

/** Hits in the order in which they were found, in one block of numbers: a frequent word has a hundred thousand. */
export class HitList {
  private numbers = new Int32Array(fields * 256);
  length = 0;

  /** Adds a hit; offsets are UTF-16 units, end exclusive. */
  add({ source, start, end, turn }: Hit): void {
    const at = this.length * fields;
    if (at === this.numbers.length) {
      const larger = new Int32Array(this.numbers.length * 2);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    const { numbers } = this;
    numbers[at] = source;
    numbers[at + 1] = start;
    numbers[at + 2] = end;
    numbers[at + 3] = turn;
    this.length += 1;
  }

  /** Returns the hit with this number, from 0. */
  get(index: number): Hit {
    if (index < 0 || index >= this.length) throw new RangeError(`There is no hit ${index}.`);
    const at = index * fields;
    const number = (field: number) => this.numbers[at + field] ?? 0;
    return { source: number(0), start: number(1), end: number(2), turn: number(3) };
  }
}

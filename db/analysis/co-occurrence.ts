/**
 * Codes that occur together. Two excerpts *meet* when their stretches share a place: a stretch is the excerpt's span, or the
 * turns it covers, lengthened by n turns. For codes a ≠ b:
 *
 *     pairs(a, b)   = |{ (x, y) : x has a, y has b, x meets y }|; an excerpt with both codes is a pair with itself
 *     persons(a, b) = |{ p : some such pair has words of p in x and in y }|
 *     c(a, b)       = n12 / (n1 + n2 − n12)
 *
 * c is the c-coefficient of ATLAS.ti, a normalised co-occurrence of content analysis (Jaccard 1901; Armborst 2017, Thematic
 * Proximity in Content Analysis, SAGE Open 7(2)). n1 and n2 are the excerpts (persons) of each code. n12 are the persons who
 * say both; of excerpts it is the smaller of two numbers: those of a that meet b, and those of b that meet a. Where every
 * excerpt has one partner this is the number of pairs; where one long excerpt meets ten short ones the pairs
 * would lift c above 1, and this never does. All three are symmetric; a code with itself counts its own excerpts or persons.
 */

/** An excerpt on its stretch `from`–`to`, end exclusive; `rows` and `persons` name each row and practitioner once. */
export type Stretch = {
  id: number;
  transcriptId: number;
  from: number;
  to: number;
  rows: readonly number[];
  persons: readonly number[];
};

/**
 * Calls back for every two different stretches that meet, each two once, and for each stretch with itself. They must be
 * ordered by transcript and start; a stretch is compared only with those that have not ended before it, so this costs
 * little more than the pairs there are.
 */
export function forEachMeeting(
  stretches: readonly Stretch[],
  meet: (earlier: Stretch, later: Stretch) => void,
): void {
  let active: Stretch[] = [];
  for (const stretch of stretches) {
    active = active.filter(
      ({ transcriptId, to }) => transcriptId === stretch.transcriptId && to > stretch.from,
    );
    for (const earlier of active) meet(earlier, stretch);
    meet(stretch, stretch);
    active.push(stretch);
  }
}

/** Counts of every two rows, row after row; on the diagonal stand the row's own excerpts or persons. */
export type CoOccurrenceCounts = { counts: Int32Array; coefficients: Float64Array };

/** Counts the pairs of excerpts of every two rows. */
export function countPairs(stretches: readonly Stretch[], rowCount: number): CoOccurrenceCounts {
  const counts = new Int32Array(rowCount * rowCount);
  const meeting = new MeetingCounter(rowCount);
  const count = (left: Stretch, right: Stretch) => {
    for (const a of left.rows)
      for (const b of right.rows) counts[a * rowCount + b] = (counts[a * rowCount + b] ?? 0) + 1;
    // An excerpt of one code meets by itself nothing that counts.
    if (left === right && left.rows.length === 1) return;
    for (const b of right.rows) meeting.count(left, b);
  };
  forEachMeeting(stretches, (earlier, later) => {
    count(earlier, later);
    if (earlier !== later) count(later, earlier);
  });
  const own = countOwn(stretches, rowCount);
  const both = (a: number, b: number) =>
    Math.min(meeting.counts[a * rowCount + b] ?? 0, meeting.counts[b * rowCount + a] ?? 0);
  return { counts: withDiagonal(counts, own), coefficients: toCoefficients(both, own) };
}

/** Counts the practitioners who say both of every two rows in stretches that meet. */
export function countPersonsOfPairs(stretches: readonly Stretch[], rowCount: number): CoOccurrenceCounts {
  const counts = new Int32Array(rowCount * rowCount);
  const said = Array.from(counts, (): Set<number> | undefined => undefined);
  const own = Array.from({ length: rowCount }, () => new Set<number>());
  forEachMeeting(stretches, (left, right) => {
    for (const person of left.persons) {
      if (!right.persons.includes(person)) continue;
      for (const a of left.rows) {
        for (const b of right.rows) {
          for (const place of [a * rowCount + b, b * rowCount + a]) {
            const persons = said[place] ?? new Set();
            said[place] = persons.add(person);
          }
        }
      }
    }
  });
  for (const { rows, persons } of stretches)
    for (const row of rows) for (const person of persons) own[row]?.add(person);
  said.forEach((persons, place) => {
    counts[place] = persons?.size ?? 0;
  });
  const sizes = Int32Array.from(own, ({ size }) => size);
  const both = (a: number, b: number) => counts[a * rowCount + b] ?? 0;
  return { coefficients: toCoefficients(both, sizes), counts: withDiagonal(counts, sizes) };
}

/** Returns the ids of the excerpts in the pairs of two rows; with `samePerson` only of pairs that one person says. */
export function listPairedIds(
  stretches: readonly Stretch[],
  [a, b]: readonly [number, number],
  samePerson: boolean,
): { ids: number[]; pairs: number } {
  const ids = new Set<number>();
  let pairs = 0;
  const add = (left: Stretch, right: Stretch) => {
    if (!left.rows.includes(a) || !right.rows.includes(b)) return;
    if (samePerson && !left.persons.some((person) => right.persons.includes(person))) return;
    pairs += 1;
    ids.add(left.id).add(right.id);
  };
  forEachMeeting(stretches, (earlier, later) => {
    add(earlier, later);
    if (earlier !== later) add(later, earlier);
  });
  return { ids: [...ids], pairs };
}

/** Returns n12 / (n1 + n2 − n12); 0 where neither code is used. */
export function toCoefficient(both: number, left: number, right: number): number {
  const either = left + right - both;
  return either === 0 ? 0 : both / either;
}

/** Counts for every two rows the excerpts of the one that meet the other, each once. */
class MeetingCounter {
  readonly counts: Int32Array;
  private readonly rowCount: number;
  private transcriptId = -1;
  private readonly met = new Map<number, number[]>();

  constructor(rowCount: number) {
    this.rowCount = rowCount;
    this.counts = new Int32Array(rowCount * rowCount);
  }

  /** Notes that a stretch meets one of row `b`. */
  count({ id, transcriptId, rows }: Stretch, b: number): void {
    // Nothing meets beyond its transcript, so what was met there need not be remembered.
    if (transcriptId !== this.transcriptId) this.met.clear();
    this.transcriptId = transcriptId;
    const met = this.met.get(id);
    if (met?.includes(b)) return;
    if (met) met.push(b);
    else this.met.set(id, [b]);
    for (const a of rows) this.counts[a * this.rowCount + b] = (this.counts[a * this.rowCount + b] ?? 0) + 1;
  }
}

function countOwn(stretches: readonly Stretch[], rowCount: number): Int32Array {
  const own = new Int32Array(rowCount);
  for (const { rows } of stretches) for (const row of rows) own[row] = (own[row] ?? 0) + 1;
  return own;
}

function withDiagonal(counts: Int32Array, own: Int32Array): Int32Array {
  own.forEach((size, row) => {
    counts[row * own.length + row] = size;
  });
  return counts;
}

function toCoefficients(both: (a: number, b: number) => number, own: Int32Array): Float64Array {
  const coefficients = new Float64Array(own.length * own.length);
  own.forEach((left, a) => {
    own.forEach((right, b) => {
      const isOwn = a === b;
      coefficients[a * own.length + b] = toCoefficient(isOwn ? left : both(a, b), left, right);
    });
  });
  return coefficients;
}

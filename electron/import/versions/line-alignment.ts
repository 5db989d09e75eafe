/** A line and what it became; a line without a partner was taken out (`right` undefined) or put in (`left`). */
export type LinePair = { left: string | undefined; right: string | undefined };

/** Lines of which at least this share of words is the same are one line before and after its correction. */
const leastLikeness = 0.4;

/** Two blocks whose comparison, line by line, would look at more words than this cannot be paired in reasonable time. */
const mostLooks = 4_000_000;

/**
 * Pairs the lines of a block with those of the block that took its place, in order, so that the pairs are as much
 * alike as possible (an alignment as of Needleman and Wunsch 1970, without a price for gaps). Blocks too large for that
 * are paired as a whole.
 */
export function alignLines(left: readonly string[], right: readonly string[]): LinePair[] {
  if (left.length === 0) return right.map((line) => ({ left: undefined, right: line }));
  if (right.length === 0) return left.map((line) => ({ left: line, right: undefined }));
  const [leftWords, rightWords] = [left.map(toWords), right.map(toWords)];
  const looks = countAll(leftWords) * right.length + countAll(rightWords) * left.length;
  if (looks > mostLooks) return [{ left: left.join(''), right: right.join('') }];
  return walkBack(left, right, scorePairs(leftWords, rightWords));
}

/** `best[i][j]` is the likeness of the best pairing of the lines from i and from j on. */
type Scores = { best: Float64Array[]; likeness: Float64Array[] };

function scorePairs(left: readonly string[][], right: readonly string[][]): Scores {
  const likeness = left.map((words) => Float64Array.from(right, (others) => compareWords(words, others)));
  const best = Array.from({ length: left.length + 1 }, () => new Float64Array(right.length + 1));
  for (let row = left.length - 1; row >= 0; row -= 1) {
    const own = best[row] ?? new Float64Array();
    const below = best[row + 1] ?? new Float64Array();
    for (let column = right.length - 1; column >= 0; column -= 1) {
      const pair = likeness[row]?.[column] ?? 0;
      const paired = pair >= leastLikeness ? pair + (below[column + 1] ?? 0) : 0;
      own[column] = Math.max(paired, below[column] ?? 0, own[column + 1] ?? 0);
    }
  }
  return { best, likeness };
}

function walkBack(left: readonly string[], right: readonly string[], { best, likeness }: Scores): LinePair[] {
  const pairs: LinePair[] = [];
  let [row, column] = [0, 0];
  while (row < left.length && column < right.length) {
    const here = best[row]?.[column] ?? 0;
    const pair = likeness[row]?.[column] ?? 0;
    if (pair >= leastLikeness && here === pair + (best[row + 1]?.[column + 1] ?? 0)) {
      pairs.push({ left: left[row], right: right[column] });
      row += 1;
      column += 1;
    } else if (here === (best[row + 1]?.[column] ?? 0)) {
      pairs.push({ left: left[row], right: undefined });
      row += 1;
    } else {
      pairs.push({ left: undefined, right: right[column] });
      column += 1;
    }
  }
  for (const line of left.slice(row)) pairs.push({ left: line, right: undefined });
  for (const line of right.slice(column)) pairs.push({ left: undefined, right: line });
  return pairs;
}

function countAll(lines: readonly string[][]): number {
  return lines.reduce((sum, words) => sum + words.length + 1, 0);
}

/** Words where there are spaces between them, else single characters, as in Chinese. */
function toWords(line: string): string[] {
  return (
    line.match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}]/gu,
    ) ?? []
  );
}

/** The share of words that two lines have in common (the coefficient of Dice 1945, on bags of words). */
function compareWords(left: readonly string[], right: readonly string[]): number {
  if (left.length + right.length === 0) return 1;
  const counts = new Map<string, number>();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of right) {
    const open = counts.get(word) ?? 0;
    if (open > 0) common += 1;
    counts.set(word, open - 1);
  }
  return (2 * common) / (left.length + right.length);
}

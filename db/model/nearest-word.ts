/**
 * Returns the candidate that a misspelt word most likely means, or undefined when none is near. Case does not
 * matter; the rest may differ by one edit in four characters (optimal string alignment distance: a letter
 * added, lost, replaced, or swapped with its neighbour), but never in a digit, because `2.13` is no slip for `2.1`.
 */
export function findNearestWord(word: string, candidates: readonly string[]): string | undefined {
  let nearest: string | undefined;
  let fewest = Math.floor(word.length / 4) + 1;
  for (const candidate of candidates) {
    if (toDigits(candidate) !== toDigits(word)) continue;
    const edits = countEdits(word.toLowerCase(), candidate.toLowerCase());
    if (edits < fewest) {
      nearest = candidate;
      fewest = edits;
    }
  }
  return nearest;
}

const toDigits = (text: string) => text.replace(/\D/g, '');

function countEdits(left: string, right: string): number {
  const rows = [Array.from({ length: right.length + 1 }, (_, column) => column)];
  const read = (row: number, column: number) => rows[row]?.[column] ?? 0;
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    rows.push(current);
    for (let column = 1; column <= right.length; column += 1) {
      const isSame = left[row - 1] === right[column - 1];
      const isSwap = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      const replaced = read(row - 1, column - 1) + (isSame ? 0 : 1);
      const swapped = row > 1 && column > 1 && isSwap ? read(row - 2, column - 2) + 1 : replaced;
      current.push(Math.min(replaced, swapped, read(row - 1, column) + 1, read(row, column - 1) + 1));
    }
  }
  return read(left.length, right.length);
}

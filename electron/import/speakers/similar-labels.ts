import { toParticipantId, toSpeakerKey } from '../../../db/model/speaker.ts';

/** Levenshtein distance in UTF-16 units, row by row. */
export function measureDistance(left: string, right: string): number {
  let above = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const change = (above[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      current.push(Math.min(change, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    above = current;
  }
  return above[right.length] ?? 0;
}

/** Returns whether two names, in plain letters, differ by a letter or two, as far as their length allows. */
export function isSimilar(left: string, right: string): boolean {
  const shorter = Math.min(left.length, right.length);
  const allowed = shorter >= 8 ? 2 : shorter >= 4 ? 1 : 0;
  // Short names of codes such as differ by what tells them apart.
  if (allowed === 0 || /\d/.test(left + right)) return false;
  return Math.abs(left.length - right.length) <= allowed && measureDistance(left, right) <= allowed;
}

/**
 * Returns the participant id that a label is when its letters are read as digits, or undefined: people and text
 * recognition write l or I for 1 and O for 0, so that `Pl`, `P l` and `SlO` are P1 and S10.
 */
export function findMisreadId(label: string): string | undefined {
  const bare = label.trim();
  if (bare.length > 6) return undefined;
  const repaired = bare.slice(0, 1) + bare.slice(1).replace(/[lI|]/g, '1').replace(/[oO]/g, '0');
  return repaired !== bare && toParticipantId(repaired) !== undefined ? toSpeakerKey(repaired) : undefined;
}

import type { StoredTurn } from './draft-turn.ts';

/**
 * Returns a short mark of a text and its turns, the same wherever it is computed and another one as soon as a letter,
 * a boundary or a speaker differs (two hashes of 32 bits, FNV-1a and a variant). An edit names the mark of what it was
 * begun on, so that it is never carried out on something else.
 */
export function markOf(text: string, turns: readonly StoredTurn[]): string {
  const facts = turns.map((turn) => [
    turn.id,
    turn.start,
    turn.textStart,
    turn.end,
    turn.label,
    turn.time,
    turn.endTime,
    turn.participantId,
    turn.isInterviewer,
  ]);
  const all = `${text}\n${JSON.stringify(facts)}`;
  let [one, other] = [0x811c9dc5, 0x1b873593];
  for (let index = 0; index < all.length; index += 1) {
    const unit = all.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x85ebca6b) ^ (other >>> 13);
  }
  return [one, other].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

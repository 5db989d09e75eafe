import { followTyping, joinPieces, type Piece, slicePieces } from '../../../db/model/pieces.ts';

/** The words of one turn on the page, and the stored ones they are made of; `key` is that of the turn's node. */
export type TurnText = { key: string; text: string; pieces: readonly Piece[] };

/** Where the caret stands: how many UTF-16 units of a turn's words are before it. */
export type CaretPlace = { key: string; offset: number };

/**
 * Follows a change of the page: returns the later turns with what they are made of. Turns that did not change stay the
 * very same objects. Where turns came, went or were joined, the words between the unchanged ones are compared as one text.
 */
export function followTurns(
  former: readonly TurnText[],
  later: readonly { key: string; text: string }[],
  caret: CaretPlace | null,
): TurnText[] {
  const isSame = (one: TurnText | undefined, other: { key: string; text: string } | undefined) =>
    one !== undefined && one.key === other?.key && one.text === other.text;
  const most = Math.min(former.length, later.length);
  let head = 0;
  while (head < most && isSame(former[head], later[head])) head += 1;
  let tail = 0;
  while (tail < most - head && isSame(former.at(-1 - tail), later.at(-1 - tail))) tail += 1;
  const [before, after] = [former.slice(head, former.length - tail), later.slice(head, later.length - tail)];
  const isOneToOne = before.length === after.length && before.every(({ key }, at) => key === after[at]?.key);
  const changed = isOneToOne
    ? after.map((turn, at) => followTurn(before[at], turn, caret))
    : followJoined(before, after, caret);
  return [...former.slice(0, head), ...changed, ...former.slice(former.length - tail)];
}

function followTurn(
  before: TurnText | undefined,
  turn: { key: string; text: string },
  caret: CaretPlace | null,
): TurnText {
  if (before?.text === turn.text) return before;
  const offset = caret?.key === turn.key ? caret.offset : null;
  return { ...turn, pieces: followTyping(before?.pieces ?? [], turn.text, offset) };
}

function followJoined(
  before: readonly TurnText[],
  after: readonly { key: string; text: string }[],
  caret: CaretPlace | null,
): TurnText[] {
  const text = after.map((turn) => turn.text).join('');
  const caretTurn = after.findIndex(({ key }) => key === caret?.key);
  const ahead = after.slice(0, Math.max(caretTurn, 0)).reduce((sum, turn) => sum + turn.text.length, 0);
  const offset = caret && caretTurn >= 0 ? ahead + caret.offset : null;
  const pieces = followTyping(joinPieces(...before.map((turn) => turn.pieces)), text, offset);
  let reached = 0;
  return after.map((turn) => {
    const start = reached;
    reached += turn.text.length;
    return { ...turn, pieces: slicePieces(pieces, start, reached) };
  });
}

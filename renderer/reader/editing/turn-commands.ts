import { $createLineBreakNode, $createTextNode, $getNodeByKey, type LexicalNode } from 'lexical';
import { type DraftTurn, insertBehind, joinTurns, splitTurn } from '../../../db/model/draft-turn.ts';
import { textOfPieces, writePieces } from '../../../db/model/pieces.ts';
import { type TurnFrame, type TurnSpeaker, withSpeaker, withTime } from '../../../db/model/turn-frame.ts';
import { EditedTurnNode, type ShownSpeaker } from './turn-node.ts';
import { $findCaret } from './word-tracker.ts';

/** What is done to turns. All of it runs inside an update of the editor, and so the editor can undo it. */

type Show = (frame: TurnFrame) => ShownSpeaker;

/** Returns the turn with the caret, or undefined when the text has none. */
export function $findTurn(): EditedTurnNode | undefined {
  const caret = $findCaret();
  const node = caret && $getNodeByKey(caret.key);
  return node instanceof EditedTurnNode ? node : undefined;
}

/** Makes the node of a turn. */
export function $createTurn({ frame, words }: DraftTurn, show: Show): EditedTurnNode {
  const node = new EditedTurnNode();
  node.__frame = frame;
  node.__shown = show(frame);
  return node.append(...$createWords(textOfPieces(words)));
}

/** A new line within a turn is a node of its own; the rest are texts. */
export function $createWords(text: string): LexicalNode[] {
  return text
    .split('\n')
    .flatMap((line, at) => [
      ...(at > 0 ? [$createLineBreakNode()] : []),
      ...(line === '' ? [] : [$createTextNode(line)]),
    ]);
}

/** Cuts the turn in two at the caret, which stands before the second part then. */
export function $splitAtCaret(show: Show): boolean {
  const caret = $findCaret();
  const node = $findTurn();
  if (!caret || !node) return false;
  const [first, second] = splitTurn($toDraft(node), caret.offset);
  $setTurn(node, first, show);
  const behind = $createTurn(second, show);
  node.insertAfter(behind);
  behind.selectStart();
  return true;
}

/** Joins a turn with the one before it, whose speaker it gets; the caret stands where they meet. */
export function $joinWithFormer(node: EditedTurnNode, show: Show): boolean {
  const former = node.getPreviousSibling();
  if (!(former instanceof EditedTurnNode)) return false;
  const [first, second] = [$toDraft(former), $toDraft(node)];
  const joined = joinTurns(first, second);
  $setTurn(former, joined, show);
  node.remove();
  $select(former, textOfPieces(joined.words).length - textOfPieces(second.words).length);
  return true;
}

/** Puts a turn without words behind the one with the caret, and the caret into it. */
export function $insertAfterCaret(show: Show): boolean {
  const node = $findTurn();
  if (!node) return false;
  const [first, added] = insertBehind($toDraft(node), $nextSpeaker(node));
  node.setFrame(first.frame, show(first.frame));
  const behind = $createTurn(added, show);
  node.insertAfter(behind);
  behind.select();
  return true;
}

/** After an answer comes a question most often: who spoke before this turn speaks after it. */
function $nextSpeaker(node: EditedTurnNode): TurnSpeaker {
  const former = node.getPreviousSibling();
  const frame = (former instanceof EditedTurnNode ? former : node).getFrame();
  return { label: frame.label, participantId: frame.participantId, isInterviewer: frame.isInterviewer };
}

/** Takes a turn out; the last one there is only loses its words. */
export function $deleteTurn(node: EditedTurnNode): void {
  const next = node.getNextSibling() ?? node.getPreviousSibling();
  if (next instanceof EditedTurnNode) {
    next.selectStart();
    node.remove();
  } else {
    node.clear();
    node.select();
  }
}

export function $setSpeaker(node: EditedTurnNode, speaker: TurnSpeaker, show: Show): void {
  const frame = withSpeaker(node.getFrame(), speaker);
  node.setFrame(frame, show(frame));
}

export function $setTime(node: EditedTurnNode, time: string | null, show: Show): void {
  const frame = withTime(node.getFrame(), time);
  node.setFrame(frame, show(frame));
}

/** Who speaks a turn is decided by its frame; which stored words it is made of, the tracker finds out afterwards. */
function $toDraft(node: EditedTurnNode): DraftTurn {
  return { frame: node.getFrame(), words: writePieces(node.getTextContent()) };
}

function $setTurn(node: EditedTurnNode, { frame, words }: DraftTurn, show: Show): void {
  node.setFrame(frame, show(frame));
  node.clear();
  node.append(...$createWords(textOfPieces(words)));
}

/** Puts the caret at an offset of a turn's words, in UTF-16 units. */
export function $select(node: EditedTurnNode, offset: number): void {
  let reached = 0;
  for (const child of node.getChildren()) {
    const size = child.getTextContentSize();
    if (offset <= reached + size && 'select' in child && typeof child.select === 'function') {
      child.select(offset - reached, offset - reached);
      return;
    }
    reached += size;
  }
  node.select();
}

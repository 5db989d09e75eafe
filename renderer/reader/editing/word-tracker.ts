import type { HistoryState } from '@lexical/history';
import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  type EditorState,
  HISTORIC_TAG,
  type LexicalEditor,
  type PointType,
  type UpdateListenerPayload,
} from 'lexical';
import type { DraftTurn } from '../../../db/model/draft-turn.ts';
import { type CaretPlace, followTurns, type TurnText } from './turn-texts.ts';

/**
 * Knows at any moment which stored words each turn on the page is made of. It looks at turns that Lexical says have
 * changed, and remembers what it knew of every state that an undo may bring back.
 */
export class WordTracker {
  readonly #states = new WeakMap<EditorState, readonly TurnText[]>();
  readonly #history: HistoryState;
  #turns: readonly TurnText[] = [];

  constructor(history: HistoryState) {
    this.#history = history;
  }

  /** Learns that the editor shows the turns of a draft now, in their order. */
  begin(editor: LexicalEditor, draft: readonly DraftTurn[]): void {
    const turns = editor.read(() => listTurns(null, []));
    this.#turns = turns.map((turn, at) => ({ ...turn, pieces: draft[at]?.words ?? [] }));
    this.#states.set(editor.getEditorState(), this.#turns);
  }

  get turns(): readonly TurnText[] {
    return this.#turns;
  }

  /** Hears of an update of the editor. */
  follow({ editorState, dirtyElements, dirtyLeaves, tags }: UpdateListenerPayload): void {
    if (dirtyElements.size > 0 || dirtyLeaves.size > 0) {
      const current = this.#history.current?.editorState;
      const known = tags.has(HISTORIC_TAG) && current ? this.#states.get(current) : undefined;
      this.#turns = known ?? this.#read(editorState, dirtyElements);
    }
    this.#states.set(editorState, this.#turns);
  }

  #read(state: EditorState, dirty: ReadonlyMap<string, boolean>): TurnText[] {
    return state.read(() => followTurns(this.#turns, listTurns(dirty, this.#turns), $findCaret()));
  }
}

type PlainTurn = { key: string; text: string };

/** Returns the words of every turn; those of turns that are not dirty are taken from before. */
function listTurns(dirty: ReadonlyMap<string, boolean> | null, former: readonly TurnText[]): PlainTurn[] {
  const known = new Map(former.map((turn) => [turn.key, turn]));
  return $getRoot()
    .getChildren()
    .map((node) => {
      const key = node.getKey();
      const turn = dirty?.has(key) === false ? known.get(key) : undefined;
      return turn ?? { key, text: node.getTextContent() };
    });
}

/** Returns where the caret, or the focus of a selection, stands in its turn. Only while the editor is read. */
export function $findCaret(): CaretPlace | null {
  const selection = $getSelection();
  return $isRangeSelection(selection) ? $findPlace(selection.focus) : null;
}

/** Returns how many units of its turn's words are before a point. Only while the editor is read. */
export function $findPlace(point: PointType): CaretPlace | null {
  const node = point.getNode();
  const turn = node.getTopLevelElement();
  if (!turn) return null;
  if (point.type === 'element') {
    if (!$isElementNode(node) || !node.is(turn)) return null;
    const before = node.getChildren().slice(0, point.offset);
    return { key: turn.getKey(), offset: before.reduce((sum, child) => sum + child.getTextContentSize(), 0) };
  }
  const before = node.getPreviousSiblings().reduce((sum, one) => sum + one.getTextContentSize(), 0);
  return { key: turn.getKey(), offset: before + point.offset };
}

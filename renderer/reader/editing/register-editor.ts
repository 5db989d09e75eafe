import { type HistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { mergeRegister } from '@lexical/utils';
import {
  $addUpdateTag,
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  DRAGSTART_COMMAND,
  DROP_COMMAND,
  FORMAT_ELEMENT_COMMAND,
  FORMAT_TEXT_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
  PASTE_COMMAND,
  PASTE_TAG,
} from 'lexical';
import type { TurnFrame } from '../../../db/model/turn-frame.ts';
import { $insertAfterCaret, $joinWithFormer, $splitAtCaret } from './turn-commands.ts';
import { EditedTurnNode, type ShownSpeaker } from './turn-node.ts';
import { $findPlace } from './word-tracker.ts';

type Show = (frame: TurnFrame) => ShownSpeaker;

/** Letters typed within this time, in milliseconds, are undone together. */
const typingTime = 500;

/**
 * Makes an editor of turns out of Lexical: words without form, Enter for a new line within a turn, Ctrl+Enter to cut the
 * turn, and Backspace at its start to join it with the one before.
 */
export function registerEditor(editor: LexicalEditor, history: HistoryState, show: Show): () => void {
  const instead = <T>(command: LexicalCommand<T>, fn: (payload: T) => boolean) =>
    editor.registerCommand(command, fn, COMMAND_PRIORITY_HIGH);
  return mergeRegister(
    registerRichText(editor),
    registerHistory(editor, history, typingTime),
    instead(KEY_ENTER_COMMAND, (event) => {
      event?.preventDefault();
      const isCommand = event?.ctrlKey === true || event?.metaKey === true;
      if (isCommand && event?.shiftKey) return $insertAfterCaret(show);
      if (isCommand) return $splitAtCaret(show);
      return editor.dispatchCommand(INSERT_LINE_BREAK_COMMAND, false);
    }),
    // Some keyboards and input methods ask for a paragraph without a key.
    instead(INSERT_PARAGRAPH_COMMAND, () => editor.dispatchCommand(INSERT_LINE_BREAK_COMMAND, false)),
    ...[DELETE_CHARACTER_COMMAND, DELETE_WORD_COMMAND, DELETE_LINE_COMMAND].map((command) =>
      instead(command, (isBackward) => $joinAtEdge(isBackward, show)),
    ),
    instead(PASTE_COMMAND, (event) =>
      $pasteText('clipboardData' in event ? event.clipboardData : null, event),
    ),
    instead(CONTROLLED_TEXT_INSERTION_COMMAND, (typed) =>
      typeof typed === 'string' ? false : $pasteText(typed.dataTransfer, typed),
    ),
    // Text has no form here; and what is dragged would come back as new words, without its codings.
    instead(FORMAT_TEXT_COMMAND, () => true),
    instead(FORMAT_ELEMENT_COMMAND, () => true),
    instead(DRAGSTART_COMMAND, refuse),
    instead(DROP_COMMAND, refuse),
    // The sheet closes with this key; the editor would only lose the focus.
    instead(KEY_ESCAPE_COMMAND, () => true),
  );
}

function refuse(event: DragEvent): boolean {
  event.preventDefault();
  return true;
}

/** Deleting from the edge of a turn joins it with its neighbour; anywhere else it is Lexical's. */
function $joinAtEdge(isBackward: boolean, show: Show): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const place = $findPlace(selection.anchor);
  const node = place && $getNodeByKey(place.key);
  if (!place || !(node instanceof EditedTurnNode)) return false;
  if (isBackward) {
    return place.offset === 0 && ($joinWithFormer(node, show) || node.getPreviousSibling() === null);
  }
  const next = node.getNextSibling();
  const isAtEnd = place.offset === node.getTextContentSize();
  return isAtEnd && (!(next instanceof EditedTurnNode) || $joinWithFormer(next, show));
}

/** Puts in the plain text of what was copied, with the new lines a stored text has. */
function $pasteText(data: DataTransfer | null, event: Event): boolean {
  const selection = $getSelection();
  if (!data || !$isRangeSelection(selection)) return false;
  event.preventDefault();
  $addUpdateTag(PASTE_TAG);
  selection.insertRawText(data.getData('text/plain').replace(/\r\n?/g, '\n'));
  return true;
}

import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { ListItemNode, ListNode, registerList } from '@lexical/list';
import { HeadingNode, registerRichText } from '@lexical/rich-text';
import { mergeRegister } from '@lexical/utils';
import {
  $getRoot,
  $getSelection,
  $isNodeSelection,
  CAN_REDO_COMMAND,
  CAN_UNDO_COMMAND,
  CLEAR_HISTORY_COMMAND,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_LOW,
  COMMAND_PRIORITY_NORMAL,
  createEditor,
  INDENT_CONTENT_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_SPACE_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  OUTDENT_CONTENT_COMMAND,
  TextNode,
} from 'lexical';
import { fromPlainText } from '../../db/model/memo-document.ts';
import { $applyMark, $isInList, $setBlockForm, type BlockForm } from './block-forms.ts';
import { $isExcerptLink, ExcerptLinkNode } from './excerpt-link-node.ts';
import classes from './memo-text.module.css';

/** The tag of updates that show what the study has, and are no typing. */
export const loadingTag = 'memo-loaded';

/** Makes the editor of a memo's text, not yet shown. */
export function makeMemoEditor(): LexicalEditor {
  return createEditor({
    namespace: 'memo',
    nodes: [HeadingNode, ListNode, ListItemNode, ExcerptLinkNode],
    theme: {
      text: { underline: classes.underline ?? '', strikethrough: classes.struck ?? '' },
      list: { nested: { listitem: classes.nested ?? '' } },
    },
    onError: (error) => {
      throw error;
    },
  });
}

/** Shows a stored document, and forgets what was typed before. */
export function loadDocument(editor: LexicalEditor, document: string): void {
  const state = editor.parseEditorState(document);
  // Lexical does not show a text without a single paragraph.
  const shown = state.isEmpty() ? editor.parseEditorState(fromPlainText('')) : state;
  editor.setEditorState(shown, { tag: loadingTag });
  editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined);
}

type EditorEvents = { openExcerpt(id: number): void; leave(): void };

/** Lets the editor hear its keys; returns what ends that. */
export function registerMemoKeys(editor: LexicalEditor, { openExcerpt, leave }: EditorEvents): () => void {
  return mergeRegister(
    registerRichText(editor),
    registerList(editor),
    registerHistory(editor, createEmptyHistoryState(), 300),
    registerUndoKeys(editor),
    registerPastedForms(editor),
    editor.registerCommand(KEY_SPACE_COMMAND, (event) => $hearSpace(event), COMMAND_PRIORITY_LOW),
    editor.registerCommand(KEY_TAB_COMMAND, (event) => $hearTab(editor, event), COMMAND_PRIORITY_LOW),
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        const selection = $getSelection();
        const node = $isNodeSelection(selection) ? selection.getNodes().find($isExcerptLink) : undefined;
        if (!node) return false;
        event?.preventDefault();
        openExcerpt(node.getExcerptId());
        return true;
      },
      COMMAND_PRIORITY_NORMAL,
    ),
    editor.registerCommand(
      KEY_ESCAPE_COMMAND,
      (event) => {
        event.preventDefault();
        event.stopPropagation();
        leave();
        return true;
      },
      COMMAND_PRIORITY_LOW,
    ),
  );
}

function $hearSpace(event: KeyboardEvent): boolean {
  if (!$applyMark()) return false;
  event.preventDefault();
  return true;
}

/** Tab indents an item of a list; elsewhere it leads on to the next control, as everywhere. */
function $hearTab(editor: LexicalEditor, event: KeyboardEvent): boolean {
  if (!$isInList()) return false;
  event.preventDefault();
  return editor.dispatchCommand(event.shiftKey ? OUTDENT_CONTENT_COMMAND : INDENT_CONTENT_COMMAND, undefined);
}

const formKeys: Record<string, BlockForm> = { Digit0: 'paragraph', Digit1: 'h1', Digit2: 'h2', Digit3: 'h3' };

/** What the editor cannot undo is left to the frame, which then undoes the last step of the study. */
function registerUndoKeys(editor: LexicalEditor): () => void {
  const can = { undo: false, redo: false };
  const tell = (change: Partial<typeof can>) => {
    Object.assign(can, change);
    const root = editor.getRootElement();
    if (root) root.dataset.canUndo = `${can.undo ? 'undo ' : ''}${can.redo ? 'redo' : ''}`;
    return false;
  };
  return mergeRegister(
    editor.registerRootListener((root) => {
      if (root) tell({});
    }),
    editor.registerCommand(CAN_UNDO_COMMAND, (undo) => tell({ undo }), COMMAND_PRIORITY_LOW),
    editor.registerCommand(CAN_REDO_COMMAND, (redo) => tell({ redo }), COMMAND_PRIORITY_LOW),
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        const form = event.altKey && hasCommandKey(event) ? formKeys[event.code] : undefined;
        if (form && !event.getModifierState('AltGraph')) {
          event.preventDefault();
          $setBlockForm(form);
          return true;
        }
        const asked = findHistoryKey(event);
        return asked !== undefined && !can[asked];
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}

const hasCommandKey = ({ ctrlKey, metaKey }: KeyboardEvent) => ctrlKey || metaKey;

function findHistoryKey(event: KeyboardEvent): 'undo' | 'redo' | undefined {
  if (!hasCommandKey(event) || event.altKey) return undefined;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' && event.ctrlKey ? 'redo' : undefined;
}

/** What was pasted from elsewhere becomes what a memo can hold: three sorts of headings, two of lists, no colours. */
function registerPastedForms(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(HeadingNode, (heading) => {
      if (/^h[456]$/.test(heading.getTag())) heading.setTag('h3');
    }),
    editor.registerNodeTransform(ListNode, (list) => {
      if (list.getListType() === 'check') list.setListType('bullet');
    }),
    editor.registerNodeTransform(TextNode, (text) => {
      if (text.getStyle() !== '') text.setStyle('');
    }),
  );
}

/** Returns the JSON that is stored of the editor's text. */
export function toDocument(editor: LexicalEditor): string {
  return JSON.stringify(editor.getEditorState().toJSON());
}

/** Whether the editor shows no word and no link. */
export function isEmptyText(editor: LexicalEditor): boolean {
  return editor.read(() => $getRoot().getTextContent().trim() === '');
}

import { $getRoot, createEditor, type LexicalEditor } from 'lexical';
import type { Turn } from '../../electron/ipc/contract/transcripts.ts';
import { TextMap } from './text-map.ts';
import { $createTurn, PieceNode, TurnNode } from './transcript-nodes.ts';
import { divideTranscript } from './turn-pieces.ts';

/**
 * Shows a transcript in the element, read-only, and tells the way between stored offsets and the page: at once,
 * and again whenever the editor has rewritten texts. Returns a function that takes the text away.
 */
export function showTranscript(
  root: HTMLElement,
  text: string,
  turns: readonly Turn[],
  onTexts: (map: TextMap) => void,
): () => void {
  const blocks = divideTranscript(text, turns);
  const pieces = blocks.flatMap((block) => block.pieces);
  const editor = createEditor({
    namespace: 'transcript',
    editable: false,
    nodes: [TurnNode, PieceNode],
    onError: (error) => {
      throw error;
    },
  });
  editor.setRootElement(root);
  editor.update(() => void $getRoot().append(...blocks.map((block) => $createTurn(text, block))), {
    discrete: true,
  });
  const tell = () => onTexts(new TextMap(root, pieces, listTexts(editor, root)));
  tell();
  const forget = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
    if (dirtyElements.size > 0 || dirtyLeaves.size > 0) tell();
  });
  return () => {
    forget();
    editor.setRootElement(null);
  };
}

function listTexts(editor: LexicalEditor, root: HTMLElement): Text[] {
  return editor.read(() =>
    $getRoot()
      .getAllTextNodes()
      .map((node) => editor.getElementByKey(node.getKey())?.firstChild)
      .filter((child) => child instanceof Text)
      .filter((child) => root.contains(child)),
  );
}

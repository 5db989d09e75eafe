import { $getRoot, $isTextNode } from 'lexical';
import { describe, expect, it } from 'vitest';
import {
  fromPlainText,
  listLinkedExcerpts,
  parseMemoDocument,
  toMemoText,
} from '../../../db/model/memo-document.ts';
import { $setBlockForm, blockForms } from '../../../renderer/memos/block-forms.ts';
import { $createExcerptLink } from '../../../renderer/memos/excerpt-link-node.ts';
import { loadDocument, makeMemoEditor, toDocument } from '../../../renderer/memos/memo-editor.ts';
import { $cutMention } from '../../../renderer/memos/mention.ts';

function show(text: string) {
  const editor = makeMemoEditor();
  loadDocument(editor, fromPlainText(text));
  return editor;
}

describe('what the editor of a memo stores', () => {
  it('is a document of the study for every form of a block, and comes back as it was', () => {
    const editor = show(blockForms.join('\n'));
    for (const [index, form] of blockForms.entries()) {
      editor.update(
        () => {
          $getRoot().getAllTextNodes()[index]?.select();
          if (form !== 'paragraph') $setBlockForm(form);
        },
        { discrete: true },
      );
    }
    const stored = toDocument(editor);
    expect(toMemoText(parseMemoDocument(stored))).toBe('paragraph\nh1\nh2\nh3\n• bullet\n1. number');
    const again = makeMemoEditor();
    loadDocument(again, stored);
    expect(toDocument(again)).toBe(stored);
  });

  it('holds the links, in the place of what was typed to find them', () => {
    const editor = show('As @p1 ha says');
    editor.update(
      () => {
        const [node] = $getRoot().getAllTextNodes();
        if (!$isTextNode(node)) return;
        const words = $cutMention({ key: node.getKey(), start: 3, query: 'p1 ha' }, node);
        words?.replace($createExcerptLink({ excerptId: 7, speaker: 'P1', quote: 'by hand' }));
      },
      { discrete: true },
    );
    const document = parseMemoDocument(toDocument(editor));
    expect(listLinkedExcerpts(document)).toEqual([7]);
    expect(toMemoText(document)).toBe('As P1 “by hand” says');
  });

  it('is shown even when a document has not a single paragraph', () => {
    const editor = makeMemoEditor();
    loadDocument(editor, '{"root":{"type":"root","children":[],"version":1}}');
    expect(toMemoText(parseMemoDocument(toDocument(editor)))).toBe('');
  });
});

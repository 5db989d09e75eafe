import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fromPlainText,
  listLinkedExcerpts,
  longestMemoDocument,
  MemoDocumentError,
  type MemoNode,
  parseMemoDocument,
  relinkExcerpt,
  toMemoText,
} from '../../../db/model/memo-document.ts';

const text = (words: string): MemoNode => ({ type: 'text', text: words });
const item = (...children: MemoNode[]): MemoNode => ({ type: 'listitem', children });
const toJson = (...children: MemoNode[]) => JSON.stringify({ root: { type: 'root', children } });
const textOf = (...children: MemoNode[]) => toMemoText(parseMemoDocument(toJson(...children)));

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
const link = fc.record({
  type: fc.constant('excerpt-link' as const),
  excerptId: fc.integer({ min: 1, max: 9 }),
  speaker: words,
  quote: words,
});
const inline: fc.Arbitrary<MemoNode> = fc.oneof(
  fc.record({ type: fc.constant('text' as const), text: words }),
  fc.constant({ type: 'linebreak' as const }),
  link,
);
const line = fc.array(inline, { maxLength: 4 });
const { block } = fc.letrec<{ block: MemoNode; list: MemoNode; item: MemoNode }>((tie) => ({
  item: fc.record({
    type: fc.constant('listitem' as const),
    children: fc.oneof(
      { depthSize: 'small' },
      line,
      tie('list').map((list) => [list]),
    ),
  }),
  list: fc.record({
    type: fc.constant('list' as const),
    listType: fc.constantFrom('bullet' as const, 'number' as const),
    children: fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
  }),
  block: fc.oneof(
    fc.record({ type: fc.constant('paragraph' as const), children: line }),
    fc.record({
      type: fc.constant('heading' as const),
      tag: fc.constantFrom('h1' as const, 'h2' as const, 'h3' as const),
      children: line,
    }),
    tie('list'),
  ),
}));
const blocks = fc.array(block, { maxLength: 5 });

/** Every node of a document, in the order of the text. */
function flatten(nodes: readonly MemoNode[]): MemoNode[] {
  return nodes.flatMap((node) => ['children' in node ? flatten(node.children) : [], node].flat());
}

describe('the text of a memo', () => {
  it('has a line for each heading, paragraph and item of a list, with its mark', () => {
    const link = { type: 'excerpt-link', excerptId: 4, speaker: 'P1', quote: 'We deploy by hand' } as const;
    const nested = {
      type: 'list',
      listType: 'number',
      children: [item(text('who')), item(text('when'))],
    } as const;
    expect(
      textOf(
        { type: 'heading', tag: 'h2', children: [text('Alerts')] },
        {
          type: 'paragraph',
          children: [text('As '), link, text(' says'), { type: 'linebreak' }, text('so.')],
        },
        { type: 'paragraph', children: [] },
        {
          type: 'list',
          listType: 'bullet',
          children: [
            item(text('Ask')),
            item({ ...nested, children: [...nested.children] }),
            item(text('Wait')),
          ],
        },
      ),
    ).toBe('Alerts\nAs P1 “We deploy by hand” says\nso.\n\n• Ask\n  1. who\n  2. when\n• Wait');
  });

  it('holds the words of every text and link of any document, in their order', () => {
    fc.assert(
      fc.property(blocks, (nodes) => {
        const whole = textOf(...nodes);
        let at = 0;
        for (const node of flatten(nodes)) {
          const expected =
            node.type === 'text' ? node.text : node.type === 'excerpt-link' ? `“${node.quote}”` : '';
          at = whole.indexOf(expected, at);
          expect(at).toBeGreaterThanOrEqual(0);
          at += expected.length;
        }
      }),
    );
  });

  it('is the comment itself for a document that was made of a comment', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (comment) => {
        expect(toMemoText(parseMemoDocument(fromPlainText(comment)))).toBe(comment);
      }),
    );
  });
});

describe('the links of a memo', () => {
  it('are found wherever they stand, each excerpt once', () => {
    fc.assert(
      fc.property(blocks, (nodes) => {
        const ids = flatten(nodes).flatMap((node) => (node.type === 'excerpt-link' ? [node.excerptId] : []));
        expect(listLinkedExcerpts(parseMemoDocument(toJson(...nodes)))).toEqual([...new Set(ids)]);
      }),
    );
  });

  it('lead to another excerpt when theirs became one with it, and nothing else changes', () => {
    fc.assert(
      fc.property(blocks, (nodes) => {
        const json = toJson(...nodes);
        const moved = relinkExcerpt(json, 3, 77);
        expect(listLinkedExcerpts(parseMemoDocument(moved))).not.toContain(3);
        expect(relinkExcerpt(moved, 77, 3)).toBe(json);
      }),
    );
  });
});

describe('what is no memo', () => {
  const bad = {
    'no JSON': '{"root"',
    'another JSON': '[1, 2]',
    'no root': '{"root":{"type":"paragraph","children":[]}}',
    'a node of an unknown sort': toJson({ type: 'paragraph', children: [] }).replace('paragraph', 'iframe'),
    'a link to nothing':
      '{"root":{"type":"root","children":[{"type":"excerpt-link","excerptId":0,"speaker":"","quote":""}]}}',
    'lists nested without end': `{"root":{"type":"root","children":[${'{"type":"paragraph","children":['.repeat(20_000)}${']}'.repeat(20_000)}]}}`,
  };

  it.each(Object.entries(bad))('is refused with a sentence: %s', (_, json) => {
    expect(() => parseMemoDocument(json)).toThrow(MemoDocumentError);
    expect(() => parseMemoDocument(json)).toThrow(/cannot be saved: .+\. Undo /);
  });

  it('is told to be too long when it is', () => {
    const json = fromPlainText('x'.repeat(longestMemoDocument));
    expect(() => parseMemoDocument(json)).toThrow('This memo is too long to be saved.');
  });
});

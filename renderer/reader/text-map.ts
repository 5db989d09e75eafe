import type { Span } from '../../db/model/span.ts';
import type { Landmark } from './landmarks.ts';
import { countWhile, type Edge, findPiecePlace, toStoredOffset } from './piece-offsets.ts';
import type { TextPiece } from './turn-pieces.ts';

/** Leads from offsets of the stored text to the page and back. Made anew whenever the page's texts are. */
export class TextMap {
  readonly root: HTMLElement;
  readonly #pieces: readonly TextPiece[];
  readonly #texts: readonly Text[];
  readonly #indexes: ReadonlyMap<Node, number>;
  readonly #ranges = new Map<string, StaticRange>();

  /** Expects one DOM text for each piece, in the same order. */
  constructor(root: HTMLElement, pieces: readonly TextPiece[], texts: readonly Text[]) {
    if (pieces.length !== texts.length) {
      throw new Error(`The page shows ${texts.length} texts for ${pieces.length} pieces of the transcript.`);
    }
    this.root = root;
    this.#pieces = pieces;
    this.#texts = texts;
    this.#indexes = new Map(texts.map((text, index) => [text, index]));
  }

  toRange({ start, end }: Span): StaticRange {
    const from = this.#toPoint(start, 'start');
    const to = this.#toPoint(end, 'end');
    return new StaticRange({
      startContainer: from.node,
      startOffset: from.offset,
      endContainer: to.node,
      endOffset: to.offset,
    });
  }

  /** Returns the range of a span, always the same one: what is painted already is known by it. */
  readonly toKeptRange = (span: Span): StaticRange => {
    const key = `${span.start}-${span.end}`;
    const range = this.#ranges.get(key) ?? this.toRange(span);
    this.#ranges.set(key, range);
    return range;
  };

  /** Returns where each paragraph stands: its first offset and its top in pixels of the window; last, the end. */
  listLandmarks(): Landmark[] {
    const landmarks: Landmark[] = [];
    for (const [index, { kind, start }] of this.#pieces.entries()) {
      const box = kind === 'words' && this.#texts[index]?.parentElement?.getBoundingClientRect();
      if (box) landmarks.push({ offset: start, top: box.top });
    }
    const end = this.#texts.at(-1)?.parentElement?.getBoundingClientRect().bottom ?? 0;
    return [...landmarks, { offset: this.#pieces.at(-1)?.end ?? 0, top: end }];
  }

  /** Returns a range that can be measured or selected; ranges to paint are static, which costs less. */
  toLiveRange(span: Span): Range {
    const { startContainer, startOffset, endContainer, endOffset } = this.toRange(span);
    const range = document.createRange();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    return range;
  }

  /** Returns the stored offset of a place on the page, wherever in the document it is. */
  toOffset(node: Node, offset: number, edge: Edge): number {
    const index = this.#indexes.get(node);
    if (index !== undefined) return toStoredOffset(this.#pieces, { index, within: offset });
    const point = document.createRange();
    point.setStart(node, offset);
    const before = countWhile(this.#texts, (text) => point.comparePoint(text, 0) < 0);
    const piece = edge === 'start' ? this.#pieces[before] : this.#pieces[before - 1];
    if (piece) return edge === 'start' ? piece.start : piece.end;
    return edge === 'start' ? (this.#pieces.at(-1)?.end ?? 0) : (this.#pieces[0]?.start ?? 0);
  }

  /** Returns the span of a selection; its ends may lie outside of the text. */
  toSpan(range: Pick<Range, 'startContainer' | 'startOffset' | 'endContainer' | 'endOffset'>): Span {
    return {
      start: this.toOffset(range.startContainer, range.startOffset, 'start'),
      end: this.toOffset(range.endContainer, range.endOffset, 'end'),
    };
  }

  /** Returns the stored offset beneath a point of the window, or undefined beside the text. */
  findOffsetAt(x: number, y: number): number | undefined {
    const caret = document.caretPositionFromPoint(x, y);
    if (!caret || !this.root.contains(caret.offsetNode)) return undefined;
    return this.toOffset(caret.offsetNode, caret.offset, 'start');
  }

  /** Returns the box of the character before or behind an offset, in pixels of the window. */
  measureEdge(offset: number, edge: Edge): DOMRect {
    const span =
      edge === 'start' ? { start: offset, end: offset + 1 } : { start: Math.max(0, offset - 1), end: offset };
    const range = this.toLiveRange(span);
    const boxes = range.getClientRects();
    return (edge === 'start' ? boxes[0] : boxes[boxes.length - 1]) ?? range.getBoundingClientRect();
  }

  #toPoint(offset: number, edge: Edge): { node: Text; offset: number } {
    const place = findPiecePlace(this.#pieces, offset, edge);
    const node = place && this.#texts[place.index];
    if (!node) throw new RangeError('The transcript has no text.');
    return { node, offset: place.within };
  }
}

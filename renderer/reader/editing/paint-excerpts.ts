import type { LexicalEditor } from 'lexical';
import type { ExcerptPlace, WordPlace } from './excerpt-places.ts';

const coded = 'editing-coded';
const touched = 'editing-touched';

/** A text of the page, and where it begins in the words of its turn. */
type Line = { text: Text; start: number };

/** Paints coded passages on the page of an editor, those that are touched apart; what was painted before goes. */
export function paintExcerpts(editor: LexicalEditor, places: readonly ExcerptPlace[]): void {
  const lines = new Map<string, readonly Line[]>();
  const linesOf = (key: string) => {
    const known = lines.get(key) ?? listLines(editor.getElementByKey(key));
    lines.set(key, known);
    return known;
  };
  const rangesOf = (isTouched: boolean) =>
    places.flatMap((place) => {
      const range = place.isTouched === isTouched ? toRange(place, linesOf) : undefined;
      return range ? [range] : [];
    });
  CSS.highlights.set(coded, new Highlight(...rangesOf(false)));
  CSS.highlights.set(touched, new Highlight(...rangesOf(true)));
}

export function clearExcerpts(): void {
  CSS.highlights.delete(coded);
  CSS.highlights.delete(touched);
}

function toRange(
  { start, end }: ExcerptPlace,
  linesOf: (key: string) => readonly Line[],
): StaticRange | undefined {
  const from = linesOf(start.key).findLast((line) => line.start <= start.offset);
  const to = linesOf(end.key).findLast((line) => line.start < end.offset);
  if (!from || !to) return undefined;
  return new StaticRange({
    startContainer: from.text,
    startOffset: offsetIn(from, start),
    endContainer: to.text,
    endOffset: offsetIn(to, end),
  });
}

const offsetIn = ({ text, start }: Line, { offset }: WordPlace) => Math.min(offset - start, text.length);

/** Between the lines of a turn stands an element for the new line, which counts as one unit. */
function listLines(turn: HTMLElement | null): Line[] {
  const lines: Line[] = [];
  let reached = 0;
  for (const child of turn?.childNodes ?? []) {
    const text = child.firstChild;
    if (text instanceof Text) {
      lines.push({ text, start: reached });
      reached += text.length;
    } else reached += 1;
  }
  return lines;
}

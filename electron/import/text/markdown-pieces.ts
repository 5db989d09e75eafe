/** A part of a Markdown text that can be read on its own; `before` is what stands between it and the piece above. */
export type MarkdownPiece = { source: string; before: '' | ' ' | '\n' | '\n\n' };

// The parser's time grows with the square of a paragraph and of the whole; a piece of this size takes milliseconds.
const comfortable = 16 * 1024;
const largest = 32 * 1024;

/**
 * Splits a long Markdown text into pieces at blank lines, outside of fenced blocks and comments and before lines that
 * begin a paragraph; a paragraph without end is split at its lines, a line without end between its words. Nothing but the
 * line ends and the blanks between is left out.
 */
export function splitMarkdown(source: string): MarkdownPiece[] {
  const pieces: MarkdownPiece[] = [];
  let from = 0;
  let before: MarkdownPiece['before'] = '';
  let isOpen = false;
  let previousBlank = false;
  let start = 0;
  while (start < source.length) {
    const lineEnd = source.indexOf('\n', start);
    const end = lineEnd === -1 ? source.length : lineEnd;
    const line = source.slice(start, end);
    const size = start - from;
    const mayBreak = !isOpen && /^[\p{L}\p{N}[*_(]/u.test(line) && !/^(?:[*_] |\d+[.)] )/.test(line);
    if (mayBreak && ((previousBlank && size > comfortable) || size > largest)) {
      pieces.push({ source: source.slice(from, start - 1), before });
      from = start;
      before = previousBlank ? '\n\n' : '\n';
    }
    for (const cut of isOpen ? [] : listCuts(source, start, end)) {
      pieces.push({ source: source.slice(from, cut), before });
      before = source.charAt(cut) === ' ' ? ' ' : '';
      from = before === ' ' ? cut + 1 : cut;
    }
    isOpen = isOpenAfter(line, isOpen);
    previousBlank = line.trim() === '';
    start = end + 1;
  }
  pieces.push({ source: source.slice(from), before });
  return pieces;
}

const longestWord = 1024;
// Of a line that is too long, pieces are smaller: it has marks as many as it likes.
const ofLongLine = 2 * 1024;

/** Returns where a line that is too long may be cut: behind a sentence, else between words, else anywhere. */
function listCuts(source: string, start: number, end: number): number[] {
  const cuts: number[] = [];
  if (end - start <= largest) return cuts;
  for (let at = start + ofLongLine; end - at > ofLongLine; at = (cuts.at(-1) ?? at) + ofLongLine) {
    const behind = source.slice(at, at + longestWord);
    const found = /[.?!…] (?=\p{L})/u.exec(behind) ?? /[\p{L}\p{N}] (?=\p{L})/u.exec(behind);
    // Between the halves of a character there is no place to cut.
    const isPair = /[\udc00-\udfff]/.test(source.charAt(at));
    cuts.push(found === null ? at + (isPair ? 1 : 0) : at + found.index + found[0].length - 1);
  }
  return cuts;
}

/** Follows fences (``` or ~~~) and comments from line to line. */
function isOpenAfter(line: string, isOpen: boolean): boolean {
  if (/^ {0,3}(?:```|~~~)/.test(line)) return !isOpen;
  const opened = line.lastIndexOf('<!--');
  const closed = line.lastIndexOf('-->');
  return opened === -1 && closed === -1 ? isOpen : opened > closed;
}

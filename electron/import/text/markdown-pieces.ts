/** A part of a Markdown text that can be read on its own; `isAfterBlank` says that a blank line stands before it. */
export type MarkdownPiece = { source: string; isAfterBlank: boolean };

// The parser's time grows with the square of a paragraph and of the whole; a piece of this size takes milliseconds.
const comfortable = 16 * 1024;
const largest = 32 * 1024;

/**
 * Splits a long Markdown text into pieces at blank lines, outside of fenced blocks and comments and before lines that
 * begin a paragraph; a paragraph without end is split at its lines. Nothing but the line ends between is left out.
 */
export function splitMarkdown(source: string): MarkdownPiece[] {
  const pieces: MarkdownPiece[] = [];
  let from = 0;
  let isAfterBlank = false;
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
      pieces.push({ source: source.slice(from, start - 1), isAfterBlank });
      from = start;
      isAfterBlank = previousBlank;
    }
    isOpen = isOpenAfter(line, isOpen);
    previousBlank = line.trim() === '';
    start = end + 1;
  }
  pieces.push({ source: source.slice(from), isAfterBlank });
  return pieces;
}

/** Follows fences (``` or ~~~) and comments from line to line. */
function isOpenAfter(line: string, isOpen: boolean): boolean {
  if (/^ {0,3}(?:```|~~~)/.test(line)) return !isOpen;
  const opened = line.lastIndexOf('<!--');
  const closed = line.lastIndexOf('-->');
  return opened === -1 && closed === -1 ? isOpen : opened > closed;
}

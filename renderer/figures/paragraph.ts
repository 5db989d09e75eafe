import type { FontWeight, SceneText } from './scene.ts';
import { mmPerPoint } from './scene.ts';
import { ascent, descent, measureText } from './text-metrics.ts';

/** Breaks text into lines and sets them. No character is ever left out: what does not fit takes another line. */

export type TextStyle = { sizePt: number; weight: FontWeight; fill: string };

/** A broken text: its lines from top to bottom, and the width of the longest and height of all, in millimetres. */
export type Paragraph = { lines: string[]; style: TextStyle; width: number; height: number };

/** Distance of two baselines in em. */
const lineHeight = 1.22;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** Scripts written without blanks between words may break anywhere, as far as we know them. */
const breaksAnywhere =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
/** Characters that must not begin a line. */
const clings = /^[、。，．・：；？！）」』】〉》〕…ー)\]},.;:!?%’”]/u;

/** Breaks text to lines of at most `width` millimetres; a word longer than a line breaks between two graphemes. */
export function breakText(text: string, width: number, style: TextStyle): Paragraph {
  const measure = (line: string) => measureText(line, style.sizePt, style.weight);
  const lines: string[] = [];
  let line = '';
  for (const piece of listPieces(text)) {
    if (measure((line + piece).trimEnd()) <= width) {
      line += piece;
      continue;
    }
    if (line.trim()) lines.push(line.trim());
    const parts = measure(piece.trimEnd()) <= width ? [piece] : splitWord(piece, width, measure);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? '';
  }
  if (line.trim()) lines.push(line.trim());
  return toParagraph(lines, style);
}

/** Returns the width in millimetres of the longest part of the text that does not break by itself. */
export function measureLongestWord(text: string, style: TextStyle): number {
  const widths = listPieces(text).map((piece) => measureText(piece.trimEnd(), style.sizePt, style.weight));
  return Math.max(0, ...widths);
}

/** Sets the lines of a paragraph; `y` is its upper edge, `x` its left edge, centre or right edge. */
export function setParagraph(
  paragraph: Paragraph,
  x: number,
  y: number,
  anchor: SceneText['anchor'] = 'start',
): SceneText[] {
  const em = paragraph.style.sizePt * mmPerPoint;
  return paragraph.lines.map((text, index) => ({
    kind: 'text',
    x,
    y: y + (ascent + index * lineHeight) * em,
    text,
    ...paragraph.style,
    anchor,
    width: measureText(text, paragraph.style.sizePt, paragraph.style.weight),
  }));
}

/** Returns a single line of text with its baseline at `y`. */
export function setLine(
  text: string,
  x: number,
  y: number,
  style: TextStyle,
  anchor: SceneText['anchor'] = 'start',
): SceneText {
  return { kind: 'text', x, y, text, ...style, anchor, width: measureText(text, style.sizePt, style.weight) };
}

function toParagraph(lines: string[], style: TextStyle): Paragraph {
  const em = style.sizePt * mmPerPoint;
  const width = Math.max(0, ...lines.map((line) => measureText(line, style.sizePt, style.weight)));
  const height = lines.length === 0 ? 0 : (ascent + descent + (lines.length - 1) * lineHeight) * em;
  return { lines, style, width, height };
}

/** Cuts text where a line may end: after blanks, after hyphens and slashes, between signs of some scripts. */
function listPieces(text: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of graphemes.segment(toPlainLine(text))) {
    if (piece && canBreakBetween(piece, segment)) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return piece ? [...pieces, piece] : pieces;
}

/** Control characters and halves of surrogate pairs have no place in a file of XML. */
function toPlainLine(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/\p{Cs}/gu, '\ufffd')
    .trim();
}

function canBreakBetween(before: string, after: string): boolean {
  if (after === ' ' || clings.test(after)) return false;
  if (before.endsWith(' ') || breaksAnywhere.test(after)) return true;
  const last = before.slice(-1);
  return breaksAnywhere.test(last) || (/[-‐–/]$/u.test(before) && before.length > 2 && /^\p{L}/u.test(after));
}

function splitWord(word: string, width: number, measure: (text: string) => number): string[] {
  const parts: string[] = [];
  let part = '';
  for (const { segment } of graphemes.segment(word)) {
    if (part && measure(part + segment.trimEnd()) > width) {
      parts.push(part);
      part = '';
    }
    part += segment;
  }
  return [...parts, part];
}

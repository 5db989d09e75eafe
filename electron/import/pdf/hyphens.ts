import { isHan } from './lines.ts';

/** The words of a document as they stand within lines, in small letters; `compounds` are those with hyphens. */
export type WordList = { words: Set<string>; compounds: Set<string> };

const brokenWord = /([\p{L}\p{M}]+(?:[-‐][\p{L}\p{M}]+)*)[-‐]$/u;
const firstWord = /^([\p{L}\p{M}]+)/u;
// `Ein- und Ausgabe`, `pre- and post-processing`: the hyphen stands for a part left out.
const conjunction = /^(?:und|oder|bzw|sowie|and|or|to|et|ou|y|o|e|en|of|och|eller|og)$/u;

/** Lists the words of lines but for those at their ends, which may be broken. */
export function listWords(lines: Iterable<string>): WordList {
  const list: WordList = { words: new Set(), compounds: new Set() };
  for (const line of lines) {
    for (const [word] of line
      .toLowerCase()
      .matchAll(/[\p{L}\p{M}]+(?:[-‐][\p{L}\p{M}]+)*(?![\p{L}\p{M}]*[-‐]?$)/gu)) {
      if (/[-‐]/u.test(word)) list.compounds.add(word.replaceAll('‐', '-'));
      else list.words.add(word);
    }
  }
  return list;
}

/**
 * Returns what a line leaves and what joins it to the next one: a space, nothing within a broken word and between
 * Han characters. A hyphen at the end is taken off unless the document has the word with it (`semi-automated`).
 */
export function joinLines(line: string, next: string, list: WordList): { line: string; joint: '' | ' ' } {
  if (line.endsWith('\u00ad')) return joinSoft(line.slice(0, -1), next, list);
  if (isHan(line.at(-1)) && isHan(next.at(0))) return { line, joint: '' };
  const head = brokenWord.exec(line)?.[1];
  if (head === undefined) return { line, joint: /[\p{L}\d][/–—]$/u.test(line) ? '' : ' ' };
  const tail = firstWord.exec(next)?.[1];
  if (tail === undefined) return { line, joint: /^\d/.test(next) ? '' : ' ' };
  if (conjunction.test(tail)) return { line, joint: ' ' };
  return isOneWord(head, tail, list) ? { line: line.slice(0, -1), joint: '' } : { line, joint: '' };
}

/** A soft hyphen breaks a word, except where programs write every hyphen as one. */
function joinSoft(line: string, next: string, { compounds }: WordList): { line: string; joint: '' } {
  const head = brokenWord.exec(`${line}-`)?.[1] ?? '';
  const tail = firstWord.exec(next)?.[1] ?? '';
  const isCompound = compounds.has(`${head}-${tail}`.toLowerCase());
  return { line: isCompound ? `${line}-` : line, joint: '' };
}

function isOneWord(head: string, tail: string, { words, compounds }: WordList): boolean {
  const [first, second] = [head.toLowerCase().replaceAll('‐', '-'), tail.toLowerCase()];
  if (tail[0] !== second[0] || compounds.has(`${first}-${second}`)) return false;
  if (words.has(first + second) || compounds.has(first + second)) return true;
  const part = first.slice(first.lastIndexOf('-') + 1);
  // `state-of-the-` goes on with its hyphens.
  if (part !== first) return words.has(part + second);
  return !(first.length > 2 && second.length > 2 && words.has(first) && words.has(second));
}

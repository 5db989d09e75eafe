import { isNoSpeaker } from './words.ts';

/** A labelled line as far as this decision needs it. */
type Labelled = { found: { key: string; kind: string; time: string | null }; line: number };

const mostLines = 20;
const longestLine = 150;

/**
 * Returns the numbers of labelled lines that belong to the description above a transcript (`Date: …`,
 * `Interviewer: Anna Berg`, `Participant: P1`) and begin no turn: those above its last line with a key that is no
 * speaker, and those directly below it whose label never comes again. The description ends at the first long line or
 * sentence, at a time, and where a label comes again.
 */
export function findTopMatter(text: string, labelled: readonly Labelled[]): Set<number> {
  const last = findLastKeyLine(text, findTalk(labelled));
  if (last === -1) return new Set();
  const top = labelled.filter(({ line }) => line <= last + mostLines);
  const lines = new Set(top.filter(({ line }) => line <= last).map(({ line }) => line));
  const counts = new Map<string, number>();
  for (const { found } of labelled) counts.set(found.key, (counts.get(found.key) ?? 0) + 1);
  let below = last + 1;
  for (const { line, found } of top.filter((one) => one.line > last)) {
    if (line !== below || found.kind === 'id' || counts.get(found.key) !== 1) break;
    lines.add(line);
    below += 1;
  }
  return lines;
}

/** Returns the first line that must be of the talk itself: it has a time, or somebody speaks again. */
function findTalk(labelled: readonly Labelled[]): number {
  const keys = new Set<string>();
  for (const { found, line } of labelled) {
    if (found.time !== null || keys.has(found.key)) return line;
    keys.add(found.key);
  }
  return Number.POSITIVE_INFINITY;
}

function findLastKeyLine(text: string, talk: number): number {
  const lines = text.slice(0, mostLines * longestLine * 2).split('\n');
  let last = -1;
  let written = 0;
  for (const [number, line] of lines.entries()) {
    if (number >= talk) break;
    if (line.trim() === '') continue;
    written += 1;
    const isKeyLine = isDescription(line);
    const isSentence = /[.?!…。？！]["”»]?\s*$/u.test(line) && !isKeyLine;
    if (written > mostLines || line.length > longestLine || isSentence) break;
    if (isKeyLine) last = number;
  }
  return last;
}

function isDescription(line: string): boolean {
  const key = /^[^\p{L}\d]{0,10}(\p{L}[^:：\t]{0,40})[:：\t]/u.exec(line)?.[1];
  return key !== undefined && key.trim().length > 1 && isNoSpeaker(key);
}

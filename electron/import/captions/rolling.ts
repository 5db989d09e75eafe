import type { Caption, CaptionLine } from './text.ts';

/**
 * Takes out what rolling captions repeat: YouTube and live captions show the last line once more above the new one, or a
 * line again with words added. Only where that is how the file is made (a third of its captions): elsewhere somebody
 * says the same twice. Captions that add nothing lengthen the one before.
 */
export function withoutRepeats(captions: readonly Caption[]): Caption[] {
  const shown = captions.filter(({ lines }) => lines.length > 0);
  const repeats = shown.filter((caption, index) => countRepeated(shown[index - 1], caption) > 0);
  const grown = shown.filter((caption, index) => findGrowth(shown[index - 1], caption) !== undefined);
  const isRolling = shown.length > 2 && (repeats.length + grown.length) * 3 > shown.length;
  return isRolling ? shown.reduce<Caption[]>(addNew(shown), []) : [...captions];
}

function addNew(shown: readonly Caption[]) {
  return (kept: Caption[], caption: Caption, index: number): Caption[] => {
    const previous = shown[index - 1];
    const fresh = caption.lines.slice(countRepeated(previous, caption));
    const growth = fresh.length === caption.lines.length ? findGrowth(previous, caption) : undefined;
    const last = kept.at(-1);
    const [first, ...others] = fresh;
    if (first !== undefined && growth !== undefined) {
      // A full stop that is added belongs to the word before it.
      if (/^\s/u.test(growth)) others.unshift({ voice: first.voice, text: growth.trim() });
      else addToLastLine(last, growth);
    }
    const lines = growth === undefined ? fresh : others;
    if (lines.length > 0) kept.push({ start: caption.start, end: caption.end, lines });
    else if (last !== undefined && last.end !== null && caption.end !== null)
      last.end = Math.max(last.end, caption.end);
    return kept;
  };
}

function addToLastLine(caption: Caption | undefined, growth: string) {
  const line = caption?.lines.at(-1);
  if (caption === undefined || line === undefined) return;
  caption.lines = [...caption.lines.slice(0, -1), { voice: line.voice, text: line.text + growth }];
}

/** Counts the lines at the start of a caption that end the one before, as many as possible. */
function countRepeated(previous: Caption | undefined, { lines }: Caption): number {
  if (previous === undefined) return 0;
  for (let count = Math.min(lines.length, previous.lines.length, 6); count > 0; count -= 1) {
    const above = previous.lines.slice(-count);
    if (above.every((line, index) => isSame(line, lines[index]))) return count;
  }
  return 0;
}

function isSame(left: CaptionLine, right: CaptionLine | undefined): boolean {
  return left.text === right?.text && left.voice === right.voice;
}

/** Returns what a caption adds to the last line of the one before, or undefined when it does not begin with it. */
function findGrowth(previous: Caption | undefined, { lines }: Caption): string | undefined {
  const before = previous?.lines.at(-1)?.text;
  const now = lines[0]?.text;
  if (before === undefined || now === undefined || !now.startsWith(before)) return undefined;
  const growth = now.slice(before.length);
  return /^[\s.,;:!?…]/u.test(growth) ? growth : undefined;
}

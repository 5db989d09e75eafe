/** A movement of the caret, in the words of Selection.modify. */
export type CaretStep = { direction: 'forward' | 'backward'; granularity: string };

type Key = { key: string; ctrlKey: boolean; altKey: boolean; metaKey: boolean };

const arrows: Record<string, CaretStep> = {
  ArrowLeft: { direction: 'backward', granularity: 'character' },
  ArrowRight: { direction: 'forward', granularity: 'character' },
  ArrowUp: { direction: 'backward', granularity: 'line' },
  ArrowDown: { direction: 'forward', granularity: 'line' },
  Home: { direction: 'backward', granularity: 'lineboundary' },
  End: { direction: 'forward', granularity: 'lineboundary' },
};
const wide: Record<string, string> = {
  character: 'word',
  line: 'paragraph',
  lineboundary: 'documentboundary',
};

/** Returns the caret movement of a key: with Ctrl (on a Mac Alt or Cmd) by words, paragraphs, to the ends. */
export function findCaretStep(key: Key): CaretStep | undefined {
  const step = arrows[key.key];
  if (!step) return undefined;
  const isWide = key.ctrlKey || key.altKey || key.metaKey;
  return isWide ? { ...step, granularity: wide[step.granularity] ?? step.granularity } : step;
}

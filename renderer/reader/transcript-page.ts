import type { Turn } from '../../electron/ipc/contract/transcripts.ts';
import { TextMap } from './text-map.ts';
import { makeTurnElement } from './turn-elements.ts';
import { divideTranscript } from './turn-pieces.ts';

/**
 * Shows a transcript in the element and returns the way between stored offsets and the page. The page is made once
 * and by nobody else, so its texts stay those of the map until another text takes their place.
 */
export function showTranscript(root: HTMLElement, text: string, turns: readonly Turn[]): TextMap {
  const blocks = divideTranscript(text, turns);
  const texts: Text[] = [];
  const page = document.createDocumentFragment();
  for (const block of blocks) page.append(makeTurnElement(text, block, texts));
  root.replaceChildren(page);
  return new TextMap(
    root,
    blocks.flatMap((block) => block.pieces),
    texts,
  );
}

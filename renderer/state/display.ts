import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type LineWidth = 'narrow' | 'medium' | 'wide';
export type Face = 'serif' | 'sans';
/** What stands in the margin of a transcript. */
export type Numbering = 'turns' | 'paragraphs' | 'none';
/** What the colour of highlights and stripes tells. */
export type Colouring = 'code' | 'status' | 'coder';

type Choices = {
  /** Size of the text in per cent. */
  zoom: number;
  width: LineWidth;
  face: Face;
  numbering: Numbering;
  areNamesShown: boolean;
  colouring: Colouring;
};

type Display = Choices & {
  choose(some: Partial<Choices>): void;
  /** Makes the text one size larger (1) or smaller (-1). */
  zoomBy(step: 1 | -1): void;
};

const zooms = [70, 80, 90, 100, 115, 130, 150, 175, 200] as const;

/** Returns the next size in a direction, or the same at the end of the row. */
export function nextZoom(zoom: number, step: 1 | -1): number {
  const next = step > 0 ? zooms.find((size) => size > zoom) : zooms.findLast((size) => size < zoom);
  return next ?? zoom;
}

/** How transcripts are shown; kept on this computer, since eyes and screens differ. */
export const useDisplay = create<Display>()(
  persist(
    (set) => ({
      zoom: 100,
      width: 'medium',
      face: 'serif',
      numbering: 'turns',
      areNamesShown: true,
      colouring: 'code',
      choose: (some) => set(some),
      zoomBy: (step) => set(({ zoom }) => ({ zoom: nextZoom(zoom, step) })),
    }),
    { name: 'casebench:display' },
  ),
);

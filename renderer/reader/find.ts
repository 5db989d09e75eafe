import { create } from 'zustand';

type Find = {
  isOpen: boolean;
  words: string;
  isCaseMatched: boolean;
  isWholeWord: boolean;
  /** Counts the times the bar was asked for, so that asking again puts the focus into its field. */
  asked: number;
  open(words?: string): void;
  close(): void;
  seek(some: Partial<Pick<Find, 'words' | 'isCaseMatched' | 'isWholeWord'>>): void;
};

/** What is looked for in the open transcript; it stays from one transcript to the next. */
export const useFind = create<Find>()((set) => ({
  isOpen: false,
  words: '',
  isCaseMatched: false,
  isWholeWord: false,
  asked: 0,
  open: (words) =>
    set(({ asked, words: before }) => ({ isOpen: true, asked: asked + 1, words: words ?? before })),
  close: () => set({ isOpen: false }),
  seek: (some) => set(some),
}));

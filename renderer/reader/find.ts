import { create } from 'zustand';

type Find = {
  isOpen: boolean;
  words: string;
  isCaseMatched: boolean;
  isWholeWord: boolean;
  /** Whether the bar was just asked for: then its field takes the focus, and not when it moves to another pane. */
  isAsked: boolean;
  open(words?: string): void;
  /** The field has taken the focus. */
  answer(): void;
  close(): void;
  seek(some: Partial<Pick<Find, 'words' | 'isCaseMatched' | 'isWholeWord'>>): void;
};

/** What is looked for in the open transcript; it stays from one transcript to the next. */
export const useFind = create<Find>()((set) => ({
  isOpen: false,
  words: '',
  isCaseMatched: false,
  isWholeWord: false,
  isAsked: false,
  open: (words) => set((find) => ({ isOpen: true, isAsked: true, words: words ?? find.words })),
  answer: () => set({ isAsked: false }),
  close: () => set({ isOpen: false }),
  seek: (some) => set(some),
}));

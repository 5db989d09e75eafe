import { create } from 'zustand';

/** What is to be coded at once: the hits of a search, or the turns of a speaker who is chosen in the sheet. */
export type AutoCodeSource = { kind: 'search'; searchId: number; words: string } | { kind: 'speaker' };

type AutoCodeState = {
  source: AutoCodeSource | null;
  open(source: AutoCodeSource): void;
  close(): void;
};

export const useAutoCode = create<AutoCodeState>()((set) => ({
  source: null,
  open: (source) => set({ source }),
  close: () => set({ source: null }),
}));

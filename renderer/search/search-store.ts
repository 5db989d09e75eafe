import { create } from 'zustand';
import type {
  SearchCount,
  SearchedKind,
  SearchMode,
  SearchRow,
  SearchSort,
  SearchSpeakers,
} from '../../electron/ipc/contract/search.ts';

/** What is asked for, as the fields of the screen hold it. */
export type SearchForm = {
  words: string;
  mode: SearchMode;
  isExact: boolean;
  kinds: SearchedKind[];
  companyId: number | null;
  technique: string | null;
  speakers: SearchSpeakers;
};

/** How far the search is that is shown, and what it found. */
export type SearchResult = {
  /** What was asked; the form may say something else by now. */
  form: SearchForm;
  searchId: number | null;
  state: 'running' | 'finished' | 'cancelled' | 'failed';
  hits: number;
  done: number;
  total: number;
  isCut: boolean;
  firstRows: SearchRow[];
  counts: SearchCount[];
  /** The sentence of what went wrong. */
  problem: string | null;
};

/** The state of transcripts, of what is written beside them, and which coders are shown. */
export type FreshAt = { texts: number; notes: number; coders: string };

type SearchState = {
  form: SearchForm;
  result: SearchResult | null;
  sort: SearchSort;
  /** The row that was left last, and how far the list was scrolled, to come back to. */
  active: number;
  scrollTop: number;
  /** A place was opened from the list, so the focus belongs back on its row. */
  hasLeft: boolean;
  /** The hit to bring into view; a new object each time. */
  jump: { hit: number } | null;
  /** Words came from elsewhere and are to be searched for at once. */
  isAsked: boolean;
  /** How often the search was asked for from elsewhere since one was here last. */
  asked: number;
  /** What the hits are true for; null before the first search. */
  freshAt: FreshAt | null;
  change(form: Partial<SearchForm>): void;
  setResult(result: SearchResult | null): void;
  setSort(sort: SearchSort): void;
  setActive(active: number): void;
  setScrollTop(scrollTop: number): void;
  /** Brings a hit into view, by its number in the order of the list. */
  jumpTo(hit: number): void;
  leave(): void;
  comeBack(): void;
  /** Puts words in the field to be searched for: as a phrase when there are several. Nothing but blanks changes nothing. */
  beginWith(words: string): void;
  takeUp(): void;
  setFreshAt(freshAt: FreshAt): void;
};

const longestWords = 1000;

/** The search of the window; it outlives its screen, so that one comes back to the list as it was. */
export const useSearch = create<SearchState>()((set) => ({
  form: {
    words: '',
    mode: 'words',
    isExact: false,
    kinds: ['transcript'],
    companyId: null,
    technique: null,
    speakers: { kind: 'all' },
  },
  result: null,
  sort: 'place',
  active: 0,
  scrollTop: 0,
  hasLeft: false,
  jump: null,
  isAsked: false,
  asked: 0,
  freshAt: null,
  change: (form) => set((state) => ({ form: { ...state.form, ...form } })),
  setResult: (result) => set({ result }),
  setSort: (sort) => set({ sort, active: 0, scrollTop: 0 }),
  setActive: (active) => set({ active }),
  setScrollTop: (scrollTop) => set({ scrollTop }),
  jumpTo: (hit) => set({ jump: { hit } }),
  leave: () => set({ hasLeft: true, asked: 0 }),
  comeBack: () => set({ hasLeft: false }),
  beginWith: (selected) =>
    set(({ form, asked }) => {
      const here = { asked: asked + 1, hasLeft: false };
      const words = selected.replace(/\s+/gu, ' ').trim().slice(0, longestWords);
      if (words === '') return here;
      const written =
        form.mode === 'words' ? toPhrase(words) : form.mode === 'part' ? words : toLiteral(words);
      return { ...here, form: { ...form, words: written }, isAsked: true };
    }),
  takeUp: () => set({ isAsked: false }),
  setFreshAt: (freshAt) => set({ freshAt }),
}));

function toPhrase(words: string): string {
  return /^[\p{L}\p{N}\p{M}]+$/u.test(words) && !/^(?:AND|OR|NOT)$/.test(words)
    ? words
    : `"${words.replace(/["“”„\s]+/gu, ' ').trim()}"`;
}

function toLiteral(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}

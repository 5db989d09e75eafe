import { create } from 'zustand';
import type { EvidenceType, Status } from '../../db/model/coding.ts';
import type { Span } from '../../db/model/span.ts';

/** What the code bar is for: a new coding of the passage, or another code for a coding. */
export type BarTask = { kind: 'apply' } | { kind: 'change'; codingId: number };

/** A menu that is open: where in the window, and what it is about. */
export type CodingMenuState = {
  at: { x: number; y: number };
  /** The codings beneath the pointer, the shortest first; of several one is chosen by name. */
  codingIds: readonly number[];
  chosenId: number | null;
  passage: Span | null;
  /** The place in the text that was pointed at. */
  offset: number | null;
};

export type DetailTab = 'coding' | 'code' | 'codings' | 'memos';

type Reading = {
  /** The selected text: trimmed, whole characters. */
  passage: Span | null;
  bar: BarTask | null;
  /** Whether the bar was opened by a key, so that its field takes the focus. */
  isBarFocused: boolean;
  codingId: number | null;
  /** The coding that was selected last: what a new selection of text may shrink or extend. */
  lastCodingId: number | null;
  hoveredCodingId: number | null;
  /** Where the pointer is, in pixels from the top of the window, while it rests on coded text. */
  hoverTop: number | null;
  menu: CodingMenuState | null;
  /** The coding whose comment is being written at the text. */
  commentId: number | null;
  /** Where a boundary stands while it is dragged. */
  draggedSpan: Span | null;
  flash: Span | null;
  /** A passage the reader is to scroll to. */
  revealed: Span | null;
  /** The last result, in words, for people who listen to the screen. */
  announcement: string;
  /** The code at hand: its definition is shown. */
  codeId: number | null;
  tab: DetailTab;
  /** Whether the details stand beside the text; in a narrow window they do not. */
  areDetailsShown: boolean;
  /** What the next coding will say; back to “not stated” and “affirmation” with every new passage. */
  status: Status;
  evidence: EvidenceType;
  selectPassage(passage: Span | null): void;
  openBar(bar: BarTask, isFocused: boolean): void;
  closeBar(): void;
  selectCoding(codingId: number | null, tab?: DetailTab): void;
  hoverCoding(codingId: number | null, top?: number): void;
  openMenu(menu: CodingMenuState): void;
  closeMenu(): void;
  openComment(codingId: number): void;
  closeComment(): void;
  dragTo(span: Span | null): void;
  setFlash(span: Span | null): void;
  reveal(span: Span): void;
  announce(announcement: string): void;
  showCode(codeId: number | null): void;
  showTab(tab: DetailTab): void;
  say(words: { status?: Status; evidence?: EvidenceType }): void;
  leaveTranscript(): void;
};

const plainWords = { status: 'not stated', evidence: 'affirmation' } as const;
const nothing = {
  passage: null,
  bar: null,
  isBarFocused: false,
  codingId: null,
  lastCodingId: null,
  hoveredCodingId: null,
  hoverTop: null,
  menu: null,
  commentId: null,
  draggedSpan: null,
  flash: null,
  revealed: null,
} as const;

/** What is selected, pointed at and begun in the open transcript. Nothing of it belongs to the study. */
export const useReading = create<Reading>()((set) => ({
  ...nothing,
  ...plainWords,
  codeId: null,
  announcement: '',
  tab: 'code',
  areDetailsShown: false,
  selectPassage: (passage) =>
    set(passage ? { passage, codingId: null, ...plainWords } : { passage: null, bar: null, ...plainWords }),
  openBar: (bar, isBarFocused) => set({ bar, isBarFocused, tab: 'code', commentId: null }),
  closeBar: () => set({ bar: null, isBarFocused: false }),
  selectCoding: (codingId, tab = 'coding') =>
    set(
      codingId === null
        ? { codingId }
        : { codingId, lastCodingId: codingId, passage: null, bar: null, commentId: null, tab },
    ),
  hoverCoding: (hoveredCodingId, top) => set({ hoveredCodingId, hoverTop: top ?? null }),
  openMenu: (menu) =>
    set({ menu, bar: null, isBarFocused: false, commentId: null, hoveredCodingId: null, hoverTop: null }),
  closeMenu: () => set({ menu: null }),
  openComment: (commentId) => set({ commentId, bar: null }),
  closeComment: () => set({ commentId: null }),
  dragTo: (draggedSpan) => set({ draggedSpan }),
  setFlash: (flash) => set({ flash }),
  reveal: ({ start, end }) => set({ revealed: { start, end } }),
  // The same words twice are told twice only if they differ: a blank that nobody hears makes them.
  announce: (words) =>
    set(({ announcement }) => ({ announcement: announcement === words ? `${words}\u00a0` : words })),
  showCode: (codeId) => set(codeId === null ? { codeId } : { codeId, tab: 'code' }),
  showTab: (tab) => set({ tab }),
  say: (words) => set(words),
  leaveTranscript: () => set({ ...nothing, ...plainWords }),
}));

/** Returns whether other words are selected than these: then nothing that ends late may take the selection away. */
export function isSelectedElsewhere({ start, end }: Span): boolean {
  const { passage } = useReading.getState();
  return passage !== null && (passage.start !== start || passage.end !== end);
}

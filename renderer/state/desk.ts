import { create } from 'zustand';
import type { MemoTarget } from '../../db/model/memo.ts';

/** The screens of an open study. */
export const screens = ['transcripts', 'people', 'triangulation', 'maturity', 'search'] as const;
export type Screen = (typeof screens)[number];

/** A passage to show: offsets in UTF-16 units of the transcript, end exclusive. */
export type Place = { transcriptId: number; start: number; end: number; codingId?: number };

/** What the evidence panel lists, and the words above it. */
export type EvidenceRequest = {
  title: string;
  filter: {
    companyId?: number;
    techniques?: string[];
    codeIds?: number[];
    itemRefs?: string[];
    practitionerId?: number;
    excerptIds?: number[];
    transcriptId?: number;
    coderIds?: number[];
  };
};

/** What stands beside every screen: the excerpts behind a number, the memos on something, or the retrieval. */
export type SidePanel =
  | { show: 'evidence'; request: EvidenceRequest }
  | { show: 'memos'; about: MemoTarget }
  | { show: 'retrieval' };

type Location = { screen: Screen; transcriptId: number | null; place: Place | null };

type Desk = Location & {
  coderId: number | null;
  side: SidePanel | null;
  isImporting: boolean;
  /** Files dropped on the window or chosen in the dialog, which the import screen is to read. */
  filesToImport: string[];
  past: Location[];
  future: Location[];
  showScreen(screen: Screen): void;
  openTranscript(transcriptId: number): void;
  /** Opens the transcript and scrolls to the passage; every number and mark leads here in the end. */
  openPlace(place: Place): void;
  showEvidence(request: EvidenceRequest): void;
  /** Opens the memos on something, from wherever it is shown. */
  showMemos(about: MemoTarget): void;
  showRetrieval(): void;
  closeSide(): void;
  startImport(paths: string[]): void;
  endImport(): void;
  chooseCoder(coderId: number): void;
  goBack(): void;
  goForward(): void;
};

const locationOf = ({ screen, transcriptId, place }: Location): Location => ({ screen, transcriptId, place });

/** Where the researcher is, how she came there, and what is open beside it. */
export const useDesk = create<Desk>()((set) => {
  const go = (next: Partial<Location>) =>
    set((desk) => ({ ...next, past: [...desk.past.slice(-99), locationOf(desk)], future: [] }));
  return {
    screen: 'transcripts',
    transcriptId: null,
    place: null,
    coderId: null,
    side: null,
    isImporting: false,
    filesToImport: [],
    past: [],
    future: [],
    showScreen: (screen) => go({ screen, place: null }),
    openTranscript: (transcriptId) => go({ screen: 'transcripts', transcriptId, place: null }),
    openPlace: (place) =>
      go({ screen: 'transcripts', transcriptId: place.transcriptId, place: { ...place } }),
    showEvidence: (request) => set({ side: { show: 'evidence', request } }),
    showMemos: (about) => set({ side: { show: 'memos', about } }),
    showRetrieval: () => set({ side: { show: 'retrieval' } }),
    closeSide: () => set({ side: null }),
    startImport: (paths) => set({ isImporting: true, filesToImport: paths }),
    endImport: () => set({ isImporting: false, filesToImport: [] }),
    chooseCoder: (coderId) => set({ coderId }),
    goBack: () =>
      set((desk) => {
        const last = desk.past.at(-1);
        if (!last) return desk;
        return { ...last, past: desk.past.slice(0, -1), future: [locationOf(desk), ...desk.future] };
      }),
    goForward: () =>
      set((desk) => {
        const [next, ...rest] = desk.future;
        if (!next) return desk;
        return { ...next, past: [...desk.past, locationOf(desk)], future: rest };
      }),
  };
});

import { create } from 'zustand';
import type { Status } from '../../db/model/coding.ts';
import type { MemoTarget } from '../../db/model/memo.ts';

/** The screens of an open study. */
export const screens = [
  'transcripts',
  'people',
  'triangulation',
  'maturity',
  'search',
  'tables',
  'memos',
] as const;
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
    companyIds?: number[];
    statuses?: Status[];
    roles?: string[];
    isSpoken?: boolean;
  };
};

/** What stands beside every screen: the excerpts behind a number, the memos on something, or the retrieval. */
export type SidePanel =
  | { show: 'evidence'; request: EvidenceRequest }
  | { show: 'memos'; about: MemoTarget; memoId?: number }
  | { show: 'retrieval' };

/** Where a transcript stands when two are shown. */
export type PaneSide = 'left' | 'right';

/**
 * `transcriptId` is the transcript that is read and coded, on the side `activeSide`; `besideId` the one shown next
 * to it. Each arrival somewhere is a `visit` of its own, so that its place in the text can come back with it.
 */
type Location = {
  screen: Screen;
  transcriptId: number | null;
  place: Place | null;
  besideId: number | null;
  activeSide: PaneSide;
  visit: number;
};

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
  /** Shows a transcript next to the one that is open, and goes there. */
  openBeside(transcriptId: number): void;
  /** Reads on in the other one of two transcripts; no step to come back from. */
  activatePane(side: PaneSide): void;
  closePane(side: PaneSide): void;
  /** Takes a transcript out of the panes, because it is gone. */
  leaveTranscript(transcriptId: number): void;
  showEvidence(request: EvidenceRequest): void;
  /** Opens the memos on something, from wherever it is shown; one of them at once when its id is given. */
  showMemos(about: MemoTarget, memoId?: number): void;
  showRetrieval(): void;
  closeSide(): void;
  startImport(paths: string[]): void;
  endImport(): void;
  chooseCoder(coderId: number): void;
  goBack(): void;
  goForward(): void;
};

const locationOf = ({ screen, transcriptId, place, besideId, activeSide, visit }: Location): Location => ({
  screen,
  transcriptId,
  place,
  besideId,
  activeSide,
  visit,
});

type Panes = Pick<Location, 'transcriptId' | 'besideId' | 'activeSide'>;

export const otherSide = (side: PaneSide): PaneSide => (side === 'left' ? 'right' : 'left');

const swap = ({ transcriptId, besideId, activeSide }: Panes): Panes => ({
  transcriptId: besideId,
  besideId: transcriptId,
  activeSide: otherSide(activeSide),
});

/** Returns the panes with a transcript in the active one; one that stands beside already is gone to. */
function show(panes: Panes, transcriptId: number): Panes {
  return panes.besideId === transcriptId ? swap(panes) : { ...panes, transcriptId };
}

/** Returns the panes with a transcript next to the open one, where the researcher goes on. */
function showBeside(panes: Panes, transcriptId: number): Panes {
  if (panes.transcriptId === null || panes.transcriptId === transcriptId) return { ...panes, transcriptId };
  return swap({ ...panes, besideId: transcriptId });
}

const panesOf = ({ transcriptId, besideId, activeSide }: Panes): Panes => ({
  transcriptId,
  besideId,
  activeSide,
});

/** Where the researcher is, how she came there, and what is open beside it. */
export const useDesk = create<Desk>()((set) => {
  let visits = 0;
  const go = (toNext: (desk: Location) => Partial<Location>) =>
    set((desk) => ({
      ...toNext(desk),
      visit: ++visits,
      past: [...desk.past.slice(-99), locationOf(desk)],
      future: [],
    }));
  return {
    screen: 'transcripts',
    transcriptId: null,
    place: null,
    besideId: null,
    activeSide: 'left',
    visit: 0,
    coderId: null,
    side: null,
    isImporting: false,
    filesToImport: [],
    past: [],
    future: [],
    showScreen: (screen) => go(() => ({ screen, place: null })),
    openTranscript: (transcriptId) =>
      go((desk) => ({ screen: 'transcripts', place: null, ...show(panesOf(desk), transcriptId) })),
    openPlace: (place) =>
      go((desk) => ({
        screen: 'transcripts',
        place: { ...place },
        ...show(panesOf(desk), place.transcriptId),
      })),
    openBeside: (transcriptId) =>
      go((desk) => ({ screen: 'transcripts', place: null, ...showBeside(panesOf(desk), transcriptId) })),
    activatePane: (side) =>
      set((desk) =>
        desk.besideId === null || desk.activeSide === side ? desk : { ...swap(desk), place: null },
      ),
    closePane: (side) =>
      go((desk) => ({
        ...(side === desk.activeSide ? { transcriptId: desk.besideId, place: null } : {}),
        besideId: null,
        activeSide: 'left',
      })),
    leaveTranscript: (transcriptId) =>
      set((desk) => {
        if (desk.besideId === transcriptId) return { besideId: null, activeSide: 'left' };
        if (desk.transcriptId !== transcriptId) return desk;
        return { transcriptId: desk.besideId, besideId: null, activeSide: 'left', place: null };
      }),
    showEvidence: (request) => set({ side: { show: 'evidence', request } }),
    showMemos: (about, memoId) =>
      set({ side: { show: 'memos', about, ...(memoId === undefined ? {} : { memoId }) } }),
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

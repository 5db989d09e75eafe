import { create } from 'zustand';
import { emptyDraft, type ImportDraft } from './import-draft.ts';
import type { ImportReport } from './import-report.ts';
import { dropGoneRows, noSelection, type RowSelection } from './row-selection.ts';
import type { FileFilter, Sort } from './visible-files.ts';

/** Work that is under way, and how to end it. */
export type Running = {
  kind: 'reading' | 'importing' | 'cancelling';
  done: number;
  total: number;
  fileName: string;
  cancel(): void;
};

/** What of a file is shown beside the table. */
export const detailTabs = ['speakers', 'turns', 'text', 'excerpts'] as const;
export type DetailTab = (typeof detailTabs)[number];

type ImportState = {
  draft: ImportDraft;
  selection: RowSelection;
  filter: FileFilter;
  sort: Sort | null;
  tab: DetailTab;
  /** The speaker label to whose turns the list of turns is narrowed. */
  turnsOf: string | null;
  running: Running | null;
  report: ImportReport | null;
  /** How often the list was cleared; what was begun before may not come onto it. */
  clearings: number;
  change(change: (draft: ImportDraft) => ImportDraft): void;
  select(selection: RowSelection): void;
  show(view: Partial<Pick<ImportState, 'filter' | 'sort' | 'tab' | 'turnsOf'>>): void;
  closeReport(): void;
  /** Takes everything off the list, and ends what is under way. */
  clear(): void;
};

/**
 * The import that is being prepared. It outlives the dialog, so that closing it by mistake loses no choice that
 * was made; only a finished import or clearing the list ends it.
 */
export const useImport = create<ImportState>()((set, get) => ({
  draft: emptyDraft,
  selection: noSelection,
  filter: 'all',
  sort: null,
  tab: 'speakers',
  turnsOf: null,
  running: null,
  report: null,
  clearings: 0,
  change: (change) =>
    set(({ draft, selection }) => {
      const next = change(draft);
      if (next.files === draft.files) return { draft: next };
      const paths = next.files.map(({ path }) => path);
      return { draft: next, selection: dropGoneRows(selection, paths) };
    }),
  select: (selection) =>
    set((former) => ({
      selection,
      // What a speaker was called in one file says nothing in another.
      ...(selection.lead === former.selection.lead ? {} : { turnsOf: null }),
    })),
  show: (view) => set(view),
  closeReport: () => set({ report: null }),
  clear: () => {
    get().running?.cancel();
    set(({ clearings }) => ({
      ...{ draft: emptyDraft, selection: noSelection, filter: 'all', sort: null, report: null },
      clearings: clearings + 1,
    }));
  },
}));

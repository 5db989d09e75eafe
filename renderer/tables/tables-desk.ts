import { create } from 'zustand';
import type { Status } from '../../db/model/coding.ts';
import type { CrosstabCount, CrosstabKind, CrosstabView } from '../../db/model/crosstab.ts';
import type { Code } from '../../electron/ipc/contract/codes.ts';

/** The tables of the screen. */
export const tableParts = ['codes', 'co-occurrence', 'framework'] as const;
export type TablePart = (typeof tableParts)[number];

type Choices = {
  part: TablePart;
  kind: CrosstabKind;
  counts: CrosstabCount;
  view: CrosstabView;
  withSubCodes: boolean;
  /** null means all, also those that will be added. */
  codeIds: readonly number[] | null;
  statuses: readonly Status[] | null;
  companyIds: readonly number[] | null;
  /** null: overlapping; else so many turns apart at most. */
  nearTurns: number | null;
  pairs: CrosstabCount;
  shows: 'count' | 'coefficient';
  /** The framework matrix. */
  items: Code['kind'];
  folded: readonly string[];
};

type TablesDesk = Choices & { change(choices: Partial<Choices>): void };

/** What is looked at in the tables, kept while one is elsewhere. */
export const useTablesDesk = create<TablesDesk>()((set) => ({
  part: 'codes',
  kind: 'company',
  counts: 'excerpts',
  view: { share: 'number', rows: 'study', columns: 'study', hidesEmpty: true },
  withSubCodes: false,
  codeIds: null,
  statuses: null,
  companyIds: null,
  nearTurns: null,
  pairs: 'excerpts',
  shows: 'count',
  items: 'activity',
  folded: [],
  change: (choices) => set(choices),
}));

import { create } from 'zustand';
import type { ImportPreviewEvent, ImportProblem } from '../../electron/ipc/contract/transcripts.ts';
import { getStudyApi, messageOf } from '../api.ts';
import { showProblem } from '../widgets/run-action.ts';
import {
  addFile,
  addProblem,
  emptyDraft,
  type ImportDraft,
  keepUnimported,
  toImportFiles,
} from './import-draft.ts';
import { dropGoneRows, noSelection, type RowSelection } from './row-selection.ts';

/** Work that is under way, and how to end it. */
export type Running = {
  kind: 'reading' | 'importing' | 'cancelling';
  done: number;
  total: number;
  fileName: string;
  cancel(): void;
};

/** What an import did. */
export type Report = { transcriptIds: number[]; problems: ImportProblem[] };

type ImportState = {
  draft: ImportDraft;
  selection: RowSelection;
  running: Running | null;
  report: Report | null;
  change(change: (draft: ImportDraft) => ImportDraft): void;
  select(selection: RowSelection): void;
  /** Takes everything off the list, and ends what is under way. */
  clear(): void;
};

// Counts the clearings of the list, after which nothing that was read before may come onto it.
let clearings = 0;

/**
 * The import that is being prepared. It outlives the dialog, so that closing it by mistake loses no choice that
 * was made; only a finished import or clearing the list ends it.
 */
export const useImport = create<ImportState>()((set, get) => ({
  draft: emptyDraft,
  selection: noSelection,
  running: null,
  report: null,
  change: (change) =>
    set(({ draft, selection }) => {
      const next = change(draft);
      return {
        draft: next,
        selection: dropGoneRows(
          selection,
          next.files.map(({ path }) => path),
        ),
      };
    }),
  select: (selection) => set({ selection }),
  clear: () => {
    get().running?.cancel();
    clearings += 1;
    set({ draft: emptyDraft, selection: noSelection, running: null, report: null });
  },
}));

// Files dropped while others are read wait for their turn.
let queue = Promise.resolve();

/** Reads files and adds them to the list one by one; nothing is written to the study. */
export function readFiles(paths: readonly string[]): Promise<void> {
  queue = queue.then(() => readNow(paths));
  return queue;
}

async function readNow(paths: readonly string[]): Promise<void> {
  useImport.setState({ report: null });
  const arrivals = gatherArrivals();
  await run('reading', async (signal, advance) => {
    for await (const event of await getStudyApi().import.preview({ paths: [...paths] }, { signal })) {
      if (signal.aborted) return;
      const fileName = event.kind === 'file' ? event.file.fileName : '';
      arrivals.add(event, () => advance(event.done, event.total, fileName));
    }
  });
  arrivals.flush();
}

// Drawing the list anew for each of a thousand files would take longer than reading them.
const drawEvery = 100;

/** Collects what was read and adds it to the list ten times a second; `flush` adds the rest. */
function gatherArrivals() {
  let waiting: ImportPreviewEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const began = clearings;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const arrived = waiting;
    waiting = [];
    if (arrived.length > 0 && clearings === began)
      useImport.getState().change((draft) => arrived.reduce(addArrival, draft));
  };
  const add = (event: ImportPreviewEvent, tell: () => void) => {
    waiting.push(event);
    timer ??= setTimeout(() => {
      tell();
      flush();
    }, drawEvery);
  };
  return { add, flush };
}

function addArrival(draft: ImportDraft, event: ImportPreviewEvent): ImportDraft {
  return event.kind === 'file' ? addFile(draft, event.file) : addProblem(draft, event.problem);
}

/**
 * Imports the ticked files of `draft` as one undoable step. Returns what was done, or undefined when it was
 * cancelled or failed, and then nothing was written.
 */
export async function runImport(draft: ImportDraft, coderId: number | null): Promise<Report | undefined> {
  let report: Report | undefined;
  const files = toImportFiles(draft);
  await run('importing', async (signal, advance) => {
    advance(0, files.length, '');
    for await (const event of await getStudyApi().import.run({ files, coderId }, { signal })) {
      if (event.kind === 'progress') advance(event.done, event.total, event.fileName);
      else report = { transcriptIds: event.transcriptIds, problems: event.problems };
    }
  });
  if (report) {
    const { problems } = report;
    useImport.setState({ report });
    useImport.getState().change((former) => keepUnimported(former, problems));
  }
  return report;
}

type Advance = (done: number, total: number, fileName: string) => void;

/** Runs long work with its progress shown; an error's sentence is shown, a cancelled work ends without a word. */
async function run(kind: Running['kind'], work: (signal: AbortSignal, advance: Advance) => Promise<void>) {
  const controller = new AbortController();
  const cancel = () => {
    controller.abort();
    useImport.setState({ running: { kind: 'cancelling', done: 0, total: 0, fileName: '', cancel } });
  };
  const advance: Advance = (done, total, fileName) => {
    if (!controller.signal.aborted) useImport.setState({ running: { kind, done, total, fileName, cancel } });
  };
  advance(0, 0, '');
  try {
    await work(controller.signal, advance);
  } catch (error) {
    if (!controller.signal.aborted) showProblem(messageOf(error));
  } finally {
    useImport.setState({ running: null });
  }
}

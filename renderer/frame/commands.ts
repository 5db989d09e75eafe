import { beginEditing } from '../reader/editing/begin-editing.ts';
import { useSearch } from '../search/search-store.ts';
import { type Screen, useDesk } from '../state/desk.ts';
import { useDisplay } from '../state/display.ts';
import { tellScreen } from '../state/screen-commands.ts';
import { useFrame } from './frame-state.ts';
import type { KeyCommand } from './keys.ts';
import { exportFigure, exportMapping, runOutcome, saveStudyAs } from './study-files.ts';
import { hasTypingToUndo, undoTyping } from './text-field.ts';
import { redoStep, undoStep } from './undo.ts';

type Commands = Partial<Record<KeyCommand, () => unknown>>;

/** Commands that need no study. */
const anywhere: Commands = {
  'new-study': () => useFrame.getState().setMakingStudy(true),
  'open-study': () => runOutcome(() => window.casebench.openStudy(null)),
  'open-sample': () => runOutcome(() => window.casebench.openSample()),
  'show-shortcuts': () => useFrame.getState().showShortcuts(true),
};

/** Commands of an open study. */
const inStudy: Commands = {
  undo: undoStep,
  redo: redoStep,
  'save-as': saveStudyAs,
  import: chooseAndImport,
  'export-figure': exportFigure,
  'export-mapping': exportMapping,
  'show-transcripts': () => showScreen('transcripts'),
  'show-people': () => showScreen('people'),
  'show-triangulation': () => showScreen('triangulation'),
  'show-maturity': () => showScreen('maturity'),
  'show-search': () => showScreen('search'),
  'show-tables': () => showScreen('tables'),
  'show-memos': () => showScreen('memos'),
  'find-code': () => tellScreen('find-code'),
  'find-in-transcript': () => tellScreen('find-in-transcript'),
  'text-larger': () => useDisplay.getState().zoomBy(1),
  'text-smaller': () => useDisplay.getState().zoomBy(-1),
  'show-retrieval': () => useDesk.getState().showRetrieval(),
  'search-words': searchSelectedWords,
  'edit-transcript': editOpenTranscript,
  'go-back': () => useDesk.getState().goBack(),
  'go-forward': () => useDesk.getState().goForward(),
};

/** Shows a screen; the one that is shown already is no step to come back from. */
export function showScreen(screen: Screen): void {
  const desk = useDesk.getState();
  if (desk.screen !== screen) desk.showScreen(screen);
}

/** Opens the search with the words that are selected, wherever that is; without any, with the field as it was. */
function searchSelectedWords(): void {
  useSearch.getState().beginWith(getSelection()?.toString() ?? '');
  showScreen('search');
}

/** Edits the text of the transcript that is read. */
export function editOpenTranscript(): unknown {
  const { screen, transcriptId } = useDesk.getState();
  return screen === 'transcripts' && transcriptId !== null ? beginEditing(transcriptId) : undefined;
}

/** Asks for files and hands them to the import. */
export async function chooseAndImport(): Promise<void> {
  const paths = await window.casebench.chooseFilesToImport();
  if (paths.length > 0) useDesk.getState().startImport(paths);
}

/** Returns what carries the command out, or undefined when it has no meaning here. */
export function findAction(command: KeyCommand, hasStudy: boolean): (() => unknown) | undefined {
  return anywhere[command] ?? (hasStudy ? inStudy[command] : undefined);
}

/** Carries out a choice of the menu bar. While somebody types, undo and redo are those of the typing. */
export function runMenuCommand(command: KeyCommand, hasStudy: boolean): void {
  if ((command === 'undo' || command === 'redo') && hasTypingToUndo(command)) undoTyping(command);
  else findAction(command, hasStudy)?.();
}

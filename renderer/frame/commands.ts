import { beginEditing } from '../reader/editing/begin-editing.ts';
import { type Screen, useDesk } from '../state/desk.ts';
import { useFrame } from './frame-state.ts';
import type { KeyCommand } from './keys.ts';
import { exportFigure, exportMapping, runOutcome, saveStudyAs } from './study-files.ts';
import { hasTypingToUndo } from './text-field.ts';
import { redoStep, undoStep } from './undo.ts';

type Commands = Partial<Record<KeyCommand, () => unknown>>;

/** Commands that need no study. */
const anywhere: Commands = {
  'new-study': () => useFrame.getState().setMakingStudy(true),
  'open-study': () => runOutcome(() => window.casebench.openStudy(null)),
  'open-sample': () => runOutcome(() => window.casebench.openSample()),
  'show-shortcuts': () => useFrame.getState().showShortcuts(true),
};

/** Commands of an open study. What a screen does itself (`find-code`) is not here: the screen listens for it. */
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
  'edit-transcript': editOpenTranscript,
  'go-back': () => useDesk.getState().goBack(),
  'go-forward': () => useDesk.getState().goForward(),
};

/** Shows a screen; the one that is shown already is no step to come back from. */
export function showScreen(screen: Screen): void {
  const desk = useDesk.getState();
  if (desk.screen !== screen) desk.showScreen(screen);
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
  if ((command === 'undo' || command === 'redo') && hasTypingToUndo()) document.execCommand(command);
  else findAction(command, hasStudy)?.();
}

/**
 * What the preload exposes to the page: a handful of named calls for windows, dialogs and menus. Data of the
 * study goes over the message port that the page receives once, after it has asked for it.
 */

/** A choice in the menu bar that the page carries out. */
export const menuCommands = [
  'new-study',
  'open-study',
  'open-sample',
  'save-as',
  'undo',
  'redo',
  'import',
  'export-figure',
  'export-mapping',
  'show-transcripts',
  'show-people',
  'show-triangulation',
  'show-maturity',
  'show-tables',
  'show-memos',
  'show-search',
  'search-words',
  'show-shortcuts',
  'find-code',
  'find-in-transcript',
  'text-larger',
  'text-smaller',
  'show-retrieval',
  'edit-transcript',
] as const;
export type MenuCommand = (typeof menuCommands)[number];

export type Theme = 'system' | 'light' | 'dark';
export type RecentStudy = { path: string; name: string; openedAt: string; isMissing: boolean };
export type ShippedScheme = { id: string; name: string; version: string; definition: string };
export type StudyPort = { kind: 'study'; path: string } | { kind: 'welcome'; problem: string | null };
export type FileFilter = { name: string; extensions: string[] };
export type StudyChoice = { name: string; schemeId: string; schemePath: string | null; coder: string };

/** How far the making of a study is that takes long; `done` of `total` files. */
export type OpeningProgress = { done: number; total: number };

/** Answers of calls that can fail for reasons a person should read. */
export type Outcome = { ok: true } | { ok: false; message: string } | { ok: false; cancelled: true };

export type CasebenchBridge = {
  platform: 'darwin' | 'win32' | 'linux';
  version: string;
  /** Resolves when this window knows what to show. For a study, the port follows as a window message. */
  whatToShow(): Promise<StudyPort>;
  listRecent(): Promise<RecentStudy[]>;
  forgetRecent(path: string): Promise<RecentStudy[]>;
  listSchemes(): Promise<ShippedScheme[]>;
  /** Asks where to save, makes the study and opens it: in this window if that shows no study yet. */
  newStudy(choice: StudyChoice): Promise<Outcome>;
  chooseScheme(): Promise<string | null>;
  /** Opens the study at the path, or the one chosen in a dialog when the path is null. */
  openStudy(path: string | null): Promise<Outcome>;
  openSample(): Promise<Outcome>;
  /** Asks where to save a copy of this window's study and continues with the copy. */
  saveStudyAs(): Promise<Outcome>;
  /** Opens this window's study once more, after its service has ended by itself. */
  reopenStudy(): Promise<Outcome>;
  chooseFilesToImport(): Promise<string[]>;
  /** Asks for a table of people or sessions. */
  chooseTable(): Promise<string | null>;
  chooseWhereToSave(suggestion: string, filters: FileFilter[]): Promise<string | null>;
  /** Absolute path of a file that was dropped on the window. */
  pathOfDroppedFile(file: object): string;
  showInFolder(path: string): void;
  getTheme(): Promise<Theme>;
  /** The page tells its theme, so that window and dialogs match; the page itself follows the window. */
  setTheme(theme: Theme): void;
  onMenu(listener: (command: MenuCommand) => void): () => void;
  onOpeningProgress(listener: (progress: OpeningProgress) => void): () => void;
  /** Called with a sentence for people when the service of this window's study has ended by itself. */
  onStudyEnded(listener: (message: string) => void): () => void;
  /**
   * Called before the window closes; main waits a little for the promise, so that nothing typed is lost. The window stays
   * when it is true: then something needs to be decided first.
   */
  onFinish(listener: () => Promise<boolean>): () => void;
};

/** The calls that main answers; the rest of the bridge lives in the preload. */
export const bridgeCalls = [
  'whatToShow',
  'listRecent',
  'forgetRecent',
  'listSchemes',
  'newStudy',
  'chooseScheme',
  'openStudy',
  'openSample',
  'saveStudyAs',
  'reopenStudy',
  'chooseFilesToImport',
  'chooseTable',
  'chooseWhereToSave',
  'showInFolder',
  'getTheme',
  'setTheme',
] as const satisfies (keyof CasebenchBridge)[];
export type BridgeCall = (typeof bridgeCalls)[number];

/** Names of the messages between preload and main. */
export const channelOf = (call: BridgeCall) => `casebench:${call}`;
export const menuChannel = 'casebench:menu';
export const progressChannel = 'casebench:opening-progress';
export const studyEndedChannel = 'casebench:study-ended';
export const finishChannel = 'casebench:finish';
export const finishingChannel = 'casebench:finishing';
export const finishedChannel = 'casebench:finished';

/** The window message that carries the port of the study service. */
export const studyPortMessage = 'casebench:study-port';

/** Main tells the preload the version of the program by a switch, because a sandboxed preload cannot read files. */
export const versionSwitch = '--casebench-version=';

import { existsSync, realpathSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { app, type BrowserWindow, MessageChannelMain, type WebFrameMain } from 'electron';
import { chooseStudy, chooseStudyPlace, moveToTrash } from './dialogs.ts';
import { readSchemeFile } from './import/schemes/scheme-file.ts';
import {
  type Outcome,
  progressChannel,
  type StudyChoice,
  type StudyPort,
  studyEndedChannel,
  studyPortMessage,
} from './ipc/contract/bridge.ts';
import type { ServiceRequest } from './ipc/service-messages.ts';
import { studyExtension } from './launch-arguments.ts';
import { toOutcome } from './outcome.ts';
import { withRecent } from './recent-studies.ts';
import { beginSample, finishSample, hasSample } from './sample-place.ts';
import type { SettingsFile } from './settings.ts';
import { focus, letFinish, type OpenStudy, reload, type Shown, send } from './shown-window.ts';
import { endedMessage, StudyProcess } from './study-process.ts';
import { createWindow, rememberPlace } from './window.ts';

/** Called whenever the menu bar of a window has to say something else. */
type OnChange = (window: BrowserWindow) => void;

/** The windows and the study that each of them shows: one study a window, one window a study. */
export class OpenStudies {
  readonly #settings: SettingsFile;
  readonly #onChange: OnChange;
  readonly #shown = new Map<BrowserWindow, Shown>();
  readonly #starting = new Map<string, Promise<Outcome>>();

  constructor(settings: SettingsFile, onChange: OnChange) {
    this.#settings = settings;
    this.#onChange = onChange;
  }

  get isEmpty(): boolean {
    return this.#shown.size === 0;
  }

  has(window: BrowserWindow): boolean {
    return this.#shown.has(window);
  }

  findStudy(window: BrowserWindow | null): OpenStudy | null {
    return (window && this.#shown.get(window)?.study) ?? null;
  }

  showWelcome(): BrowserWindow {
    return this.#addWindow().window;
  }

  /** Opens a study that the operating system or the command line names; a welcome window makes room for it. */
  openFromOutside(path: string): void {
    const open = this.#findWindowOf(path);
    if (open) {
      focus(open);
      return;
    }
    const idle = [...this.#shown.values()].find((shown) => shown.study === null && !shown.isClosing);
    const shown = idle ?? this.#addWindow();
    shown.opening = this.open(shown.window, path).then((outcome) => {
      if ('message' in outcome) shown.problem = outcome.message;
      // A page that was told to show the welcome meanwhile learns of the problem by asking again.
      if (shown.problem !== null && shown.isTold) reload(shown);
    });
  }

  /** Tells a page what to show; for a study, a port to its service goes to the frame that asked. */
  async tell(window: BrowserWindow, frame: WebFrameMain): Promise<StudyPort> {
    const shown = this.#getShown(window);
    await shown.opening;
    shown.isTold = true;
    const { study, problem } = shown;
    if (!study || study.process.hasEnded) {
      shown.problem = null;
      return { kind: 'welcome', problem: study ? endedMessage : problem };
    }
    const { port1, port2 } = new MessageChannelMain();
    await study.process.ask({ kind: 'connect' }, undefined, port1);
    frame.postMessage(studyPortMessage, null, [port2]);
    return { kind: 'study', path: study.path };
  }

  /** Opens the study at a path; the window that shows it already comes to the front instead. */
  async open(asking: BrowserWindow | null, named: string): Promise<Outcome> {
    const open = this.#findWindowOf(named);
    if (open) {
      focus(open);
      return { ok: true };
    }
    const path = resolve(named);
    if (!existsSync(path)) {
      return {
        ok: false,
        message: `There is no file ${path}. It may have been moved, or its drive is not connected.`,
      };
    }
    const real = realpathSync(path);
    return this.#start(asking, real, { kind: 'open', path: real });
  }

  async chooseAndOpen(asking: BrowserWindow | null): Promise<Outcome> {
    const path = await chooseStudy(asking);
    return path === null ? { ok: false, cancelled: true } : this.open(asking, path);
  }

  async create(asking: BrowserWindow, choice: StudyChoice): Promise<Outcome> {
    // First of all, so that no file makes room for a study that cannot be made.
    const checked = await toOutcome(checkScheme(choice));
    if (!checked.ok) return checked;
    const path = await this.#choosePlace(asking, 'Save the new study', choice.name);
    return typeof path === 'string' ? this.#start(asking, path, { kind: 'create', path, ...choice }) : path;
  }

  /** The sample study lies with the program's own data, and keeps what was tried in it. */
  async openSample(asking: BrowserWindow | null): Promise<Outcome> {
    const path = join(app.getPath('userData'), `Sample study.${studyExtension}`);
    if (hasSample(path) || this.#starting.has(path)) return this.open(asking, path);
    beginSample(path);
    const outcome = await this.#start(asking, path, { kind: 'sample', path });
    if (outcome.ok) finishSample(path);
    return outcome;
  }

  /** The page has to ask once more what to show: its port leads to the file it leaves. */
  async saveAs(window: BrowserWindow): Promise<Outcome> {
    const { study } = this.#getShown(window);
    if (!study) return { ok: false, message: 'No study is open in this window.' };
    const path = await this.#choosePlace(window, 'Save the study as', study.name, study.path);
    if (typeof path !== 'string') return path;
    const outcome = await toOutcome(study.process.ask({ kind: 'saveAs', path }));
    if (outcome.ok) {
      study.path = path;
      this.#remember(window, study);
    }
    return outcome;
  }

  /** Opens the window's study once more after its service has ended. */
  async reopen(window: BrowserWindow): Promise<Outcome> {
    const shown = this.#getShown(window);
    const path = shown.study?.path;
    if (path === undefined) return { ok: false, message: 'No study was open in this window.' };
    if (!shown.study?.process.hasEnded) return { ok: true };
    shown.study = null;
    const outcome = await this.open(window, path);
    if (!outcome.ok && 'message' in outcome) {
      shown.problem = outcome.message;
      reload(shown);
    }
    return outcome;
  }

  /** Closes the studies of all windows, then the windows. Returns whether one stays, as its page has asked. */
  async closeAll(): Promise<boolean> {
    const staying = await Promise.all([...this.#shown.values()].map((shown) => this.#close(shown)));
    return staying.includes(true);
  }

  #addWindow(): Shown {
    const window = createWindow(this.#settings);
    const shown: Shown = {
      window,
      study: null,
      opening: Promise.resolve(),
      problem: null,
      isTold: false,
      isClosing: false,
    };
    this.#shown.set(window, shown);
    window.on('close', (event) => {
      event.preventDefault();
      void this.#close(shown);
    });
    window.once('closed', () => this.#shown.delete(window));
    this.#onChange(window);
    return shown;
  }

  /** Returns whether the window stays. */
  async #close(shown: Shown): Promise<boolean> {
    if (shown.isClosing) return false;
    shown.isClosing = true;
    rememberPlace(shown.window, this.#settings);
    if (await letFinish(shown)) {
      shown.isClosing = false;
      focus(shown.window);
      return true;
    }
    await shown.study?.process.close();
    shown.window.destroy();
    return false;
  }

  /** Two requests for one path, as of a double click, are one. */
  #start(asking: BrowserWindow | null, path: string, request: ServiceRequest): Promise<Outcome> {
    const starting = this.#starting.get(path) ?? this.#startProcess(asking, path, request);
    this.#starting.set(path, starting);
    return starting.finally(() => this.#starting.delete(path));
  }

  async #startProcess(asking: BrowserWindow | null, path: string, request: ServiceRequest): Promise<Outcome> {
    const study: OpenStudy = {
      path,
      name: basename(path, `.${studyExtension}`),
      history: { undo: null, redo: null },
      process: new StudyProcess({
        onHistory: ({ undo, redo }) => {
          study.history = { undo, redo };
          this.#tellChange(study);
        },
        onTitle: (name) => {
          study.name = name;
          this.#tellChange(study);
        },
        onEnded: () => this.#tellEnd(study),
      }),
    };
    const outcome = await toOutcome(
      study.process.ask(request, (done, total) => send(asking, progressChannel, { done, total })),
    );
    if (outcome.ok) this.#show(asking, study);
    else await study.process.close();
    return outcome;
  }

  /** Shows the study in the window that asked, or in another one when that has a study already or is gone. */
  #show(asking: BrowserWindow | null, study: OpenStudy): void {
    const own = asking ? this.#shown.get(asking) : undefined;
    const shown = own && !own.study && !own.isClosing ? own : this.#addWindow();
    shown.study = study;
    shown.problem = null;
    if (shown.isTold) reload(shown);
    this.#remember(shown.window, study);
  }

  #remember(window: BrowserWindow, study: OpenStudy): void {
    const { path, name } = study;
    const openedAt = new Date().toISOString();
    this.#settings.change({ recent: withRecent(this.#settings.get().recent, { path, name, openedAt }) });
    app.addRecentDocument(path);
    window.setRepresentedFilename(path);
    window.setTitle(`${name} – Casebench`);
    this.#onChange(window);
  }

  #tellChange(study: OpenStudy): void {
    const shown = this.#findShownWith(study);
    if (!shown) return;
    shown.window.setTitle(`${study.name} – Casebench`);
    this.#onChange(shown.window);
  }

  #tellEnd(study: OpenStudy): void {
    const shown = this.#findShownWith(study);
    if (shown) send(shown.window, studyEndedChannel, endedMessage);
  }

  /** Asks for a place that is free: not that of an open study, and with what was there in the trash. */
  async #choosePlace(
    window: BrowserWindow,
    title: string,
    name: string,
    current?: string,
  ): Promise<string | Outcome> {
    const path = await chooseStudyPlace(window, title, name);
    if (path === null) return { ok: false, cancelled: true };
    if (path === current || this.#findWindowOf(path)) {
      return { ok: false, message: `${path} is a study that is open now; choose another name.` };
    }
    const outcome = await toOutcome(existsSync(path) ? moveToTrash(path) : Promise.resolve());
    return outcome.ok ? path : outcome;
  }

  #findWindowOf(named: string): BrowserWindow | undefined {
    const path = toRealPath(named);
    return [...this.#shown.values()].find(({ study }) => study && toRealPath(study.path) === path)?.window;
  }

  #findShownWith(study: OpenStudy): Shown | undefined {
    return [...this.#shown.values()].find((shown) => shown.study === study);
  }

  #getShown(window: BrowserWindow): Shown {
    const shown = this.#shown.get(window);
    if (!shown) throw new Error('This window is not one of the program’s.');
    return shown;
  }
}

/** Rejects with the mistakes of a scheme file of the researcher's own. */
async function checkScheme({ schemePath }: StudyChoice): Promise<void> {
  if (schemePath !== null) readSchemeFile(schemePath);
}

/** Links and other ways to write a path lead to one file. */
function toRealPath(path: string): string {
  const absolute = resolve(path);
  return existsSync(absolute) ? realpathSync(absolute) : absolute;
}

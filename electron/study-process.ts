import { join } from 'node:path';
import { app, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import {
  type NumberedRequest,
  type ServiceReport,
  type ServiceRequest,
  serviceReportSchema,
} from './ipc/service-messages.ts';

type OnProgress = (done: number, total: number) => void;
type Waiting = { resolve: () => void; reject: (error: Error) => void; onProgress: OnProgress | undefined };

/** What a study process tells without being asked. */
export type StudyProcessListener = {
  onHistory(labels: { undo: string | null; redo: string | null }): void;
  onTitle(name: string): void;
  /** The process ended although nobody closed it. */
  onEnded(): void;
};

const closingTime = 5000;

/** The process that owns one open study, seen from main. */
export class StudyProcess {
  readonly #child: UtilityProcess;
  readonly #listener: StudyProcessListener;
  readonly #waiting = new Map<number, Waiting>();
  #lastRequest = 0;
  #isClosing = false;
  #hasEnded = false;

  constructor(listener: StudyProcessListener) {
    this.#listener = listener;
    this.#child = utilityProcess.fork(join(app.getAppPath(), 'out', 'main', 'study-service.js'), [], {
      serviceName: 'Casebench study',
    });
    this.#child.on('message', (message: unknown) => this.#hear(message));
    this.#child.once('exit', (code) => this.#noteEnd(code));
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** Resolves when the service has done it; rejects with the service's sentence when it could not. */
  ask(request: ServiceRequest, onProgress?: OnProgress, port?: MessagePortMain): Promise<void> {
    if (this.#hasEnded) return Promise.reject(new Error(endedMessage));
    this.#lastRequest += 1;
    const number = this.#lastRequest;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject, onProgress });
      const numbered: NumberedRequest = { ...request, request: number };
      this.#child.postMessage(numbered, port ? [port] : []);
    });
  }

  /** Closes the study and ends the process; one that does not answer in time is ended all the same. */
  async close(): Promise<void> {
    if (this.#hasEnded) return;
    this.#isClosing = true;
    const tooLate = new Promise<void>((resolve) => setTimeout(resolve, closingTime).unref());
    await Promise.race([this.ask({ kind: 'close' }).catch(() => undefined), tooLate]);
    this.#child.kill();
  }

  #hear(message: unknown): void {
    const report = serviceReportSchema.safeParse(message);
    if (report.success) this.#take(report.data);
    else console.error('The study service sent a message that is not understood.', report.error.message);
  }

  #take(report: ServiceReport): void {
    if (report.kind === 'history') this.#listener.onHistory(report);
    else if (report.kind === 'title') this.#listener.onTitle(report.name);
    else {
      const waiting = this.#waiting.get(report.request);
      if (report.kind === 'progress') waiting?.onProgress?.(report.done, report.total);
      else {
        this.#waiting.delete(report.request);
        if (report.ok) waiting?.resolve();
        else waiting?.reject(new Error(report.message));
      }
    }
  }

  #noteEnd(code: number): void {
    this.#hasEnded = true;
    const error = new Error(`${endedMessage} (code ${code})`);
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
    if (!this.#isClosing) this.#listener.onEnded();
  }
}

/** Said to the person when the service has gone. */
export const endedMessage = 'The part of the program that keeps the study has ended unexpectedly.';

import { Worker } from 'node:worker_threads';
import { SearchQueryError } from '../../db/model/search/query.ts';

/** A regular expression that does not come to an end with one text; the message is a sentence. */
export class SlowPatternError extends Error {
  constructor() {
    super(
      'This regular expression takes too long with one of the texts: make it simpler, without repeats inside repeats such as “(a+)+”.',
    );
    this.name = 'SlowPatternError';
  }
}

/** How long a regular expression may take with one text, in milliseconds. */
const usualLimit = 3000;

/**
 * What runs in the thread. As text, since a thread needs a script of its own, and this one is the same in the built program
 * and in its sources.
 */
const script = `
  const { parentPort, workerData } = require('node:worker_threads');
  const pattern = new RegExp(workerData.source, workerData.flags);
  parentPort.on('message', (text) => {
    const places = [];
    for (const found of text.matchAll(pattern)) {
      if (found[0].length > 0) places.push(found.index, found.index + found[0].length);
    }
    parentPort.postMessage(Int32Array.from(places));
  });`;

/** Runs one regular expression in a thread of its own, which is ended when a text takes too long. */
export class PatternThread {
  private readonly worker: Worker;
  private readonly limit: number;

  /** The pattern must be one that compiles. */
  constructor(pattern: RegExp, limit = usualLimit) {
    this.limit = limit;
    this.worker = new Worker(script, {
      eval: true,
      workerData: { source: pattern.source, flags: pattern.flags },
      resourceLimits: { maxOldGenerationSizeMb: 400 },
    });
    // What goes wrong between two texts is heard of with the next one.
    this.worker.on('error', () => {});
    this.worker.unref();
  }

  /**
   * Returns start and end of each place in turn, as UTF-16 units, end exclusive; places without length are left out. One
   * text at a time. Throws a SlowPatternError, and a SearchQueryError when the thread cannot go on.
   */
  find(text: string): Promise<Int32Array> {
    return new Promise((resolve, reject) => {
      const end = () => {
        clearTimeout(timer);
        this.worker.removeAllListeners('message');
        this.worker.removeListener('exit', onExit);
      };
      const onExit = () => {
        end();
        reject(new SearchQueryError('This regular expression finds more than can be kept.', 0, 0));
      };
      const timer = setTimeout(() => {
        end();
        reject(new SlowPatternError());
        this.stop();
      }, this.limit);
      this.worker.once('message', (places: Int32Array) => {
        end();
        resolve(places);
      });
      this.worker.once('exit', onExit);
      this.worker.postMessage(text);
    });
  }

  stop(): void {
    void this.worker.terminate();
  }
}

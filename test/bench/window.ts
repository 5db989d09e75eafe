import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { listTranscripts } from '../../db/tables/transcripts.ts';
import { closeCasebench, launchCasebench } from '../support/electron-app.ts';
import { median } from './measure.ts';
import { importFolder, makeEmptyStudy } from './program.ts';
import { measureOpening, measureScrolling, readApplying, startApplying } from './window-page.ts';
import {
  codeWindowTexts,
  restingText,
  type WindowText,
  windowTexts,
  writeWindowText,
} from './window-study.ts';

/** Milliseconds in the real window; each is the median of some runs, `worst` the longest. */
export type WindowResult = {
  name: string;
  ms: number;
  worst: number;
  /** Time the page's main thread worked, without what other programs took from it; not for scrolling. */
  cpu?: number;
};

const runs = 7;

/** Opens the real window on a study made for it and measures opening, scrolling and coding; tells each result at once. */
export async function measureWindow(
  scratch: string,
  tell: (result: WindowResult) => void,
): Promise<WindowResult[]> {
  const path = join(scratch, 'window.casebench');
  await makeWindowStudy(path, join(scratch, 'window'));
  const running = await launchCasebench({ args: [path] });
  try {
    const { page } = running;
    await page.getByRole('button', { name: new RegExp(restingText.name) }).waitFor();
    // The first opening compiles what all the others run.
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const shown = { page, session };
    await measureOne(shown, restingText);
    const results: WindowResult[] = [];
    for (const texts of windowTexts) {
      for await (const result of measureSize(shown, texts)) {
        results.push(result);
        tell(result);
      }
    }
    return results;
  } finally {
    await closeCasebench(running);
  }
}

async function makeWindowStudy(path: string, folder: string): Promise<void> {
  mkdirSync(folder);
  for (const text of [...windowTexts.flat(), restingText])
    writeFileSync(join(folder, `${text.name}.txt`), writeWindowText(text));
  const study = makeEmptyStudy(path);
  await importFolder(study, folder);
  const ids = new Map(listTranscripts(study.read).map(({ name, id }) => [name, id]));
  study.transact({ label: 'Codings of the bench' }, (write) => codeWindowTexts(write, ids));
  study.close();
}

type Window = { page: Page; session: CDPSession };

async function* measureSize(shown: Window, texts: readonly WindowText[]): AsyncGenerator<WindowResult> {
  const [first] = texts;
  if (!first) return;
  const title = `${first.words / 1000}k words, ${first.codings} codings`;
  const openings: Work[] = [];
  const known: Work[] = [];
  for (const text of texts) {
    openings.push(await measureOne(shown, text));
    await measureOne(shown, restingText);
    // Now it is known, as one is that was read ahead while the pointer rested on its row.
    known.push(await measureOne(shown, text));
    await measureOne(shown, restingText);
  }
  yield toWorkResult(`open: ${title}`, openings);
  yield toWorkResult(`open, read ahead: ${title}`, known);
  await measureOne(shown, first);
  const frames = await shown.page.evaluate(measureScrolling, { step: 120, frames: 240 });
  yield toResult(`frame while scrolling: ${title}`, frames);
  yield toWorkResult(`apply one code: ${title}`, await measureCoding(shown));
}

const toWorkResult = (name: string, work: readonly Work[]): WindowResult => ({
  ...toResult(
    name,
    work.map(({ ms }) => ms),
  ),
  cpu: median(work.map(({ cpu }) => cpu)),
});

type Work = { ms: number; cpu: number };

async function measureOne({ page, session }: Window, { name }: WindowText): Promise<Work> {
  const before = await readThreadTime(session);
  const ms = await page.evaluate(measureOpening, name);
  const cpu = (await readThreadTime(session)) - before;
  await page.waitForTimeout(150);
  return { ms, cpu };
}

/** Returns how long the page's main thread has worked so far, in milliseconds. */
async function readThreadTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN) * 1000;
}

async function measureCoding({ page, session }: Window): Promise<Work[]> {
  const times: Work[] = [];
  for (let run = 0; run < runs; run++) {
    await selectWords(page, run);
    await page.keyboard.press('c');
    await page.getByRole('combobox', { name: 'Code for the selection' }).waitFor();
    await page.keyboard.type(`Theme ${run + 1}`);
    await page.waitForTimeout(150);
    await page.evaluate(startApplying);
    const before = await readThreadTime(session);
    await page.keyboard.press('Enter');
    const ms = await page.evaluate(readApplying);
    times.push({ ms, cpu: (await readThreadTime(session)) - before });
    // What the window asks anew after a coding is not waited for by who codes, nor by the next measurement.
    await page.waitForTimeout(1_500);
  }
  return times;
}

/** Selects a few words of a turn in view, each time of another one. */
async function selectWords(page: Page, run: number): Promise<void> {
  await page.evaluate((index) => {
    const root = document.querySelector<HTMLElement>('[data-transcript]');
    const words = [...(root?.querySelectorAll('[data-piece="words"]') ?? [])].filter((piece) => {
      const { top, bottom } = piece.getBoundingClientRect();
      return bottom > 150 && top < window.innerHeight - 150 && (piece.textContent ?? '').length > 100;
    });
    const node = words[index % words.length]?.firstChild;
    if (!root || !node) throw new Error('No words are in view.');
    root.focus();
    document.getSelection()?.setBaseAndExtent(node, 5 + 9 * index, node, 40 + 9 * index);
  }, run);
  await page.waitForFunction(() => CSS.highlights.has('casebench-passage'));
}

const toResult = (name: string, times: readonly number[]): WindowResult => ({
  name,
  ms: median(times),
  worst: Math.max(...times),
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Page, test } from '@playwright/test';
import { runCasebench } from './command-line.ts';
import { closeCasebench, launchCasebench, type RunningCasebench } from './electron-app.ts';
import { readerText } from './window.ts';

const transcript = resolve(import.meta.dirname, '..', 'fixtures', 'journey', 'A_P1_2021-02-03.txt');

/** A window with a study of one transcript that the coder AB codes; made anew for each test of the file. */
export type CodingStudy = { folder: string; study: string; running: RunningCasebench; page: Page };

/** Makes every test of the file begin with such a window, and returns where to find it. */
export function prepareCodingStudy(): CodingStudy {
  // Filled in before each test; nothing reads it earlier.
  const here = {} as CodingStudy;
  test.beforeEach(async () => {
    here.folder = mkdtempSync(join(tmpdir(), 'casebench-coding-'));
    here.study = join(here.folder, 'mine.casebench');
    await runCasebench('new', here.study, '--scheme', 'mlops-maturity-2021', '--coder', 'AB');
    await runCasebench('import', here.study, transcript);
    here.running = await launchCasebench({ args: [here.study] });
    here.page = here.running.page;
  });
  test.afterEach(async () => {
    await closeCasebench(here.running);
    rmSync(here.folder, { recursive: true, force: true });
  });
  return here;
}

/** Opens the transcript with the mouse. */
export async function openTranscript(page: Page): Promise<void> {
  const name = /A_P1_2021-02-03/;
  await page.getByRole('main').getByRole('button', { name }).click();
}

/** The words that the page paints as excerpts, whatever their colour. */
export function paintedWords(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...CSS.highlights.values()]
      .flatMap((highlight) => [...highlight])
      .map(({ startContainer, startOffset, endContainer, endOffset }) => {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        return range.toString();
      })
      .filter((words) => words !== ''),
  );
}

/** Returns the middle of the first place of the open transcript that says the words, in pixels of the window. */
export function findMiddle(page: Page, words: string): Promise<{ x: number; y: number }> {
  return readerText(page).evaluate((root, wanted) => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const start = node.nodeValue?.indexOf(wanted) ?? -1;
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + wanted.length);
      const box = range.getBoundingClientRect();
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    }
    throw new Error(`“${wanted}” is not on the page.`);
  }, words);
}

/** What axe calls serious or critical keeps somebody from using the window. */
export async function findSeriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

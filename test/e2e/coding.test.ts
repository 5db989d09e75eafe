import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { runCasebench } from '../support/command-line.ts';
import { closeCasebench, launchCasebench, type RunningCasebench } from '../support/electron-app.ts';
import { readerText, selectPassage, showScreen } from '../support/window.ts';

const transcript = resolve(import.meta.dirname, '..', 'fixtures', 'journey', 'A_P1_2021-02-03.txt');
let folder: string;
let study: string;
let running: RunningCasebench;
let page: Page;

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'casebench-coding-'));
  study = join(folder, 'mine.casebench');
  await runCasebench('new', study, '--scheme', 'mlops-maturity-2021', '--coder', 'AB');
  await runCasebench('import', study, transcript);
  running = await launchCasebench({ args: [study] });
  page = running.page;
  await page
    .getByRole('main')
    .getByRole('button', { name: /A_P1_2021-02-03/ })
    .click();
});

test.afterEach(async () => {
  await closeCasebench(running);
  rmSync(folder, { recursive: true, force: true });
});

const codings = () => page.getByRole('tabpanel');
const showCodings = async (count: number) => {
  await expect(page.getByRole('tab', { name: `Codings ${count}` })).toBeVisible();
  await page.getByRole('tab', { name: `Codings ${count}` }).click();
};

/** The words that the page paints as excerpts, whatever their colour. */
const paintedWords = () =>
  page.evaluate(() =>
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

test('a passage is coded in vivo, its code is changed, its boundaries move by key, and it is removed', async () => {
  await selectPassage(page, 'old data got lost');
  await page.keyboard.press('Shift+V');
  await showCodings(1);
  await expect(codings()).toContainText('old data got lost');
  await expect(page.getByRole('treeitem', { name: /old data got lost/ })).toBeVisible();

  const stripe = page.getByRole('region', { name: 'Stripes' }).getByRole('button').first();
  await stripe.click();
  await page.keyboard.press('Enter');
  await page.keyboard.type('D6');
  await page.keyboard.press('Enter');
  await expect(codings()).toContainText('D6');
  await stripe.click();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(paintedWords).toContain('and old data got lost');
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(paintedWords).toContain('old data got lost');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(paintedWords).toContain('old data got');

  await page.keyboard.press('Delete');
  await expect(page.getByRole('tab', { name: 'Codings', exact: true })).toBeVisible();
  await page.keyboard.press('Control+z');
  await showCodings(1);
  await expect(codings()).toContainText('old data got');
});

test('overlapping excerpts are painted each, and the code tree counts them', async () => {
  await selectPassage(page, 'We version every data set in Artifactory');
  await page.keyboard.type('D5');
  await page.keyboard.press('Enter');
  await showCodings(1);
  await selectPassage(page, 'data set in Artifactory since autumn');
  await page.keyboard.type('2.11');
  await page.keyboard.press('Alt+2');
  await page.keyboard.press('Alt+7');
  await page.keyboard.press('Enter');
  await showCodings(2);
  await expect(codings()).toContainText('2.11 Central repository of models◐');
  const painted = await paintedWords();
  expect(painted).toContain('We version every data set in Artifactory');
  expect(painted).toContain('data set in Artifactory since autumn');
  await expect(page.getByRole('treeitem', { name: /^Pipelines 1/ })).toBeVisible();
  await expect(page.getByRole('treeitem', { name: /^Stages 1/ })).toBeVisible();
});

test('the window hears of what a script writes to the open study', async () => {
  await expect(page.getByRole('contentinfo')).toContainText('1 transcript');
  const other = resolve(import.meta.dirname, '..', 'fixtures', 'journey', 'A_W6-W8_2021-02-17.md');
  expect(await runCasebench('import', study, other)).toMatchObject({ code: 0 });
  await expect(page.getByRole('contentinfo')).toContainText('2 transcripts');
});

test('a company’s mark on the figure leads to its ratings and down to the minute in the transcript', async () => {
  const sample = join(folder, 'sample.casebench');
  await runCasebench('sample', sample);
  await closeCasebench(running);
  running = await launchCasebench({ args: [sample] });
  page = running.page;
  await showScreen(page, 'Maturity');
  await page.getByRole('tab', { name: 'Figure' }).click();
  await page
    .getByRole('button', { name: /^Company C.*stage 2/ })
    .first()
    .click();
  const evidence = page
    .getByRole('complementary', { name: 'Evidence' })
    .or(page.getByRole('region', { name: 'Evidence' }));
  await expect(evidence).toContainText('M1');
  await evidence.getByRole('button', { name: /M1/ }).first().click();
  await expect(readerText(page)).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByRole('tab', { name: 'Figure' })).toBeVisible();
});

import { join, resolve } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import {
  findMiddle,
  findSeriousFaults,
  openTranscript,
  paintedWords,
  prepareCodingStudy,
} from '../support/coding-study.ts';
import { runCasebench } from '../support/command-line.ts';
import { restartCasebench } from '../support/electron-app.ts';
import { readerText, selectPassage, showScreen } from '../support/window.ts';

const here = prepareCodingStudy();
let page: Page;

test.beforeEach(async () => {
  page = here.page;
  await openTranscript(page);
});

const codings = () => page.getByRole('tabpanel');
const showCodings = async (count: number) => {
  await expect(page.getByRole('tab', { name: `Codings ${count}` })).toBeVisible();
  await page.getByRole('tab', { name: `Codings ${count}` }).click();
};

test('a passage is coded in vivo, its code is changed, its boundaries move by key, and it is removed', async () => {
  await selectPassage(page, 'old data got lost');
  await page.keyboard.press('Control+Enter');
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
  await expect.poll(() => paintedWords(page)).toContain('and old data got lost');
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(() => paintedWords(page)).toContain('old data got lost');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(() => paintedWords(page)).toContain('old data got');

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
  const painted = await paintedWords(page);
  expect(painted).toContain('We version every data set in Artifactory');
  expect(painted).toContain('data set in Artifactory since autumn');
  await expect(page.getByRole('treeitem', { name: /^Pipelines 1/ })).toBeVisible();
  await expect(page.getByRole('treeitem', { name: /^Stages 1/ })).toBeVisible();
});

test('a code is dragged onto the selection, and a selection onto a code; a key does the same', async () => {
  await selectPassage(page, 'old data got lost');
  await page.keyboard.press('Escape');
  const row = page.getByRole('treeitem', { name: /^Data pipeline/ });
  await row.click();
  await row.press('ArrowRight');
  const code = page.getByRole('treeitem', { name: /^D5/ });
  await code.hover();
  await page.mouse.down();
  await moveTo('got lost');
  await page.mouse.up();
  await showCodings(1);
  await expect(codings()).toContainText('D5');

  await selectPassage(page, 'it was chaos');
  await page.keyboard.press('Escape');
  await moveTo('was chaos');
  await page.mouse.down();
  const target = page.getByRole('treeitem', { name: /^D6/ });
  await target.hover();
  await target.hover();
  await page.mouse.up();
  await showCodings(2);
  await expect(codings()).toContainText('D6');

  await selectPassage(page, 'Models too');
  await page.keyboard.press('Escape');
  await target.focus();
  await page.keyboard.press('Enter');
  await showCodings(3);
});

/** Moves the pointer, slowly enough for a drag, to the middle of the words. */
async function moveTo(words: string): Promise<void> {
  const place = await findMiddle(page, words);
  await page.mouse.move(place.x, place.y, { steps: 5 });
}

test('where the window has no room for the details, the bar tells what the code at hand means', async () => {
  await page.setViewportSize({ width: 880, height: 700 });
  await expect(page.getByRole('tab', { name: 'Coding', exact: true })).toHaveCount(0);
  await selectPassage(page, 'old data got lost');
  await page.keyboard.type('D5');
  const bar = page.getByRole('region', { name: 'Code the selection' });
  await expect(bar).toContainText(/version/i);
  expect(await findSeriousFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 1400, height: 800 });
  await expect(page.getByRole('tabpanel', { name: 'Code' })).toContainText('D5');
});

test('the codings are filtered, ordered, chosen with Ctrl and Shift, and deleted as one step', async () => {
  for (const [passage, query] of [
    ['We version every data set', 'D5'],
    ['it was chaos', 'fear of audits'],
    ['old data got lost', 'D5'],
  ] as const) {
    await selectPassage(page, passage);
    await page.keyboard.type(query);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: 'Coded with' })).toBeVisible();
  }
  await showCodings(3);
  const list = page.getByRole('listbox', { name: 'Codings of this transcript' });
  const rows = list.getByRole('option');
  await page.getByLabel('Order of the codings').selectOption('By code');
  await expect(rows.nth(2)).toContainText('fear of audits');
  await page.getByLabel('Filter codings').fill('chaos');
  await expect(rows).toHaveCount(1);
  await page.getByLabel('Filter codings').fill('');
  await rows.first().click();
  await rows.nth(2).click({ modifiers: ['Control'] });
  await expect(list.getByRole('option', { selected: true })).toHaveCount(2);
  await page
    .getByRole('region', { name: 'Chosen codings' })
    .getByRole('radio', { name: 'partly' })
    .click({ force: true });
  await expect(list.getByText('◐')).toHaveCount(2);
  await rows.first().click();
  await rows.nth(2).click({ modifiers: ['Shift'] });
  await page.getByRole('region', { name: 'Chosen codings' }).getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('tab', { name: 'Codings', exact: true })).toBeVisible();
  await page.keyboard.press('Control+z');
  await showCodings(3);
  await expect(page.getByRole('contentinfo')).toContainText('Undone: Remove 3 codings');
});

test('the window hears of what a script writes to the open study', async () => {
  await expect(page.getByRole('contentinfo')).toContainText('1 transcript');
  const other = resolve(import.meta.dirname, '..', 'fixtures', 'journey', 'A_W6-W8_2021-02-17.md');
  expect(await runCasebench('import', here.study, other)).toMatchObject({ code: 0 });
  await expect(page.getByRole('contentinfo')).toContainText('2 transcripts');
});

test('a company’s mark on the figure leads to its ratings and down to the minute in the transcript', async () => {
  const sample = join(here.folder, 'sample.casebench');
  await runCasebench('sample', sample);
  here.running = await restartCasebench(here.running, [sample]);
  page = here.running.page;
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

test('a transcript is deleted from its menu, and undo brings it back with its codings', async () => {
  await selectPassage(page, 'old data got lost');
  await page.keyboard.press('Control+Enter');
  await showCodings(1);
  await page.getByRole('button', { name: 'File and versions of this transcript' }).click();
  await page.getByRole('menuitem', { name: 'Delete the transcript' }).click();
  await expect(page.getByText('No transcript yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await page
    .getByRole('navigation', { name: 'Transcripts of the study' })
    .getByRole('button', { name: /A_P1/ })
    .click();
  await showCodings(1);
  await expect(codings()).toContainText('old data got lost');
});

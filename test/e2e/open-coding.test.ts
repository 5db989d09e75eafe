import { expect, type Page, test } from '@playwright/test';
import {
  findSeriousFaults,
  openTranscript,
  paintedWords,
  prepareCodingStudy,
} from '../support/coding-study.ts';
import { restartCasebench } from '../support/electron-app.ts';
import { readerText, selectPassage } from '../support/window.ts';

const here = prepareCodingStudy();
let page: Page;

test.beforeEach(async () => {
  page = here.page;
  await openTranscript(page);
});

const field = () => page.getByRole('combobox', { name: 'Code for the selection' });
const options = () => page.getByRole('listbox', { name: 'Codes' }).getByRole('option');
const toggle = () => page.getByRole('button', { name: 'Open coding' });
const codingsTab = (count: number) => page.getByRole('tab', { name: `Codings ${count}` });

test('in open coding each selection asks for a code, a new one first, and the study remembers the way', async () => {
  await readerText(page).focus();
  await page.keyboard.press('o');
  await expect(toggle()).toHaveAttribute('aria-pressed', 'true');
  await selectPassage(page, 'old data got lost');
  await expect(field()).toBeFocused();
  await expect(options().first()).toHaveText(/New code “old data got lost”/);
  await page.keyboard.type('version');
  await expect(options().first()).toHaveText(/New code “version”/);
  expect(await findSeriousFaults(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(codingsTab(1)).toBeVisible();
  await expect(page.getByRole('treeitem', { name: /^version/ })).toBeVisible();
  await expect(readerText(page)).toBeFocused();

  here.running = await restartCasebench(here.running, [here.study]);
  page = here.running.page;
  await openTranscript(page);
  await expect(toggle()).toHaveAttribute('aria-pressed', 'true');
  await toggle().click();
  await expect(toggle()).toHaveAttribute('aria-pressed', 'false');
});

test('Enter repeats the last code on a new selection, and Q does so without the bar', async () => {
  await selectPassage(page, 'old data got lost');
  await page.keyboard.type('D5');
  await page.keyboard.press('Enter');
  await expect(codingsTab(1)).toBeVisible();
  await selectPassage(page, 'We version every data set');
  await page.keyboard.press('Enter');
  await expect(codingsTab(2)).toBeVisible();
  await selectPassage(page, 'it was chaos');
  await page.keyboard.press('Escape');
  await page.keyboard.press('q');
  await expect(codingsTab(3)).toBeVisible();
  await codingsTab(3).click();
  await expect(page.getByRole('option', { name: /^D5/ })).toHaveCount(3);
});

test('letters in the bar search, small and capital, so that no letter of a name is lost', async () => {
  await selectPassage(page, 'old data got lost');
  await page.keyboard.type('Versi');
  await expect(field()).toHaveValue('Versi');
  await page.keyboard.press('Escape');
  await expect(field()).toHaveCount(0);
  // The bar is closed: now the letter is a key, and what was selected is still there.
  await page.keyboard.press('v');
  await expect(codingsTab(1)).toBeVisible();
  await expect(page.getByRole('treeitem', { name: /old data got lost/ })).toBeVisible();
});

test('T codes the whole turn and A the answer with its question', async () => {
  await selectPassage(page, 'Artifactory');
  await page.keyboard.press('Escape');
  await page.keyboard.press('t');
  await expect(field()).toBeFocused();
  await page.keyboard.type('D5');
  await page.keyboard.press('Enter');
  await expect(codingsTab(1)).toBeVisible();
  const turn =
    '😀 Ha, good start. We version every data set in Artifactory since autumn. Before that it was chaos, and old data got lost.';
  expect(await paintedWords(page)).toContain(turn);
  await page.keyboard.press('a');
  await expect(field()).toBeFocused();
  await page.keyboard.type('D6');
  await page.keyboard.press('Enter');
  await expect(codingsTab(2)).toBeVisible();
  await codingsTab(2).click();
  await expect(page.getByRole('option', { name: /^D6.*Thank you for coming/ })).toBeVisible();
});

import { expect, type Page, test } from '@playwright/test';
import {
  findMiddle,
  findSeriousFaults,
  openTranscript,
  paintedWords,
  prepareCodingStudy,
} from '../support/coding-study.ts';
import { readerText, selectPassage } from '../support/window.ts';

const here = prepareCodingStudy();
let page: Page;

test.beforeEach(async () => {
  page = here.page;
  await openTranscript(page);
});

const tab = (name: string) => page.getByRole('tab', { name, exact: true });
const menu = (name = 'Coding') => page.getByRole('menu', { name, exact: true });
const stripes = () => page.getByRole('region', { name: 'Stripes' }).getByRole('button');

/** Codes a passage by search and Enter. */
async function code(passage: string, query: string): Promise<void> {
  const before = await stripes().count();
  await selectPassage(page, passage);
  await page.keyboard.type(query);
  await page.keyboard.press('Enter');
  await expect(stripes()).toHaveCount(before + 1);
}

/** Presses the right button in the middle of the first place that says the words. */
async function rightClick(words: string): Promise<void> {
  const place = await findMiddle(page, words);
  await page.mouse.click(place.x, place.y, { button: 'right' });
}

const saved = () => page.getByRole('contentinfo');

test('a coding is split at the place that was pointed at, and its parts keep what it said', async () => {
  await code('We version every data set in Artifactory', 'D5');
  await page.keyboard.press('Alt+2');
  await rightClick('data set');
  await menu()
    .getByRole('menuitem', { name: /^Split here/ })
    .click();
  await expect(stripes()).toHaveCount(2);
  const painted = await paintedWords(page);
  expect(painted).toContain('We version every data ');
  expect(painted).toContain('set in Artifactory');
  await tab('Codings 2').click();
  await expect(page.getByRole('option', { name: /D5 Version.*partly|D5/ })).toHaveCount(2);
  await expect(page.getByRole('tabpanel').getByText('◐')).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(stripes()).toHaveCount(1);
  expect(await paintedWords(page)).toContain('We version every data set in Artifactory');
});

test('several codings under the pointer are listed by name, then one of them is changed by a key of the menu', async () => {
  await code('We version every data set in Artifactory', 'D5');
  await code('data set in Artifactory since autumn', '2.11');
  await rightClick('Artifactory');
  const names = menu('Passage');
  await expect(names.getByRole('menuitem', { name: /^D5/ })).toBeVisible();
  await expect(names.getByRole('menuitem', { name: /^2\.11/ })).toBeVisible();
  expect(await findSeriousFaults(page)).toEqual([]);
  await names.getByRole('menuitem', { name: /^2\.11/ }).click();
  await expect(menu()).toBeVisible();
  await page.keyboard.press('Alt+3');
  await expect(menu()).toHaveCount(0);
  await expect(readerText(page)).toBeFocused();
  await expect(page.getByRole('radio', { name: 'planned' })).toBeChecked();
  await expect(page.getByText('planned', { exact: true }).first()).toBeVisible();
});

test('status and evidence type are chosen from the menu, a stripe has it too, and Escape leads back to the text', async () => {
  await code('old data got lost', 'D5');
  await stripes().first().click({ button: 'right' });
  await menu()
    .getByRole('menuitem', { name: /^Status/ })
    .hover();
  await page
    .getByRole('menu', { name: 'Status' })
    .getByRole('menuitem', { name: /^not in place/ })
    .click();
  await expect(page.getByRole('radio', { name: 'not in place' })).toBeChecked();
  await page.keyboard.press('Shift+F10');
  await expect(menu()).toBeVisible();
  expect(await findSeriousFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(menu()).toHaveCount(0);
  await expect(readerText(page)).toBeFocused();
});

test('a comment is written at the coding, shown in its card, and undone', async () => {
  await code('old data got lost', 'D5');
  await page.keyboard.press('n');
  const box = page.getByRole('region', { name: 'Comment on the coding' });
  await expect(box.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('A loss nobody noticed');
  await page.keyboard.press('Enter');
  await expect(box).toHaveCount(0);
  await expect(readerText(page)).toBeFocused();
  await stripes().first().hover();
  const card = page.getByRole('tooltip').filter({ hasText: 'A loss nobody noticed' });
  await expect(card).toContainText('D5');
  await expect(card).toContainText('affirmation');
  await expect(card).toContainText('AB');
  await page.keyboard.press('Control+z');
  await expect(saved()).toContainText('Undone: Comment on a coding');
});

test('resting on coded text shows the card of its coding without catching the pointer', async () => {
  await code('old data got lost', 'D5');
  await page.keyboard.press('Escape');
  const middle = await findMiddle(page, 'got');
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.move(middle.x + 1, middle.y);
  const card = page.getByRole('tooltip').filter({ hasText: 'affirmation' });
  await expect(card).toContainText('D5');
  expect(await card.evaluate((element) => getComputedStyle(element).pointerEvents)).toBe('none');
  await page.mouse.click(middle.x + 1, middle.y);
  await expect(page.getByRole('button', { name: 'Delete coding' })).toBeVisible();
});

test('a coding shrinks to a selection and extends to another one', async () => {
  await code('We version every data set in Artifactory', 'D5');
  await selectPassage(page, 'every data set in Artifactory');
  await page.keyboard.press('Escape');
  await page.keyboard.press('s');
  await expect.poll(() => paintedWords(page)).toContain('every data set in Artifactory');
  await selectPassage(page, 'Artifactory since autumn');
  await rightClick('Artifactory');
  await menu('Passage').getByRole('menuitem', { name: /^D5/ }).click();
  await menu()
    .getByRole('menuitem', { name: /^Extend to the selection/ })
    .click();
  await expect.poll(() => paintedWords(page)).toContain('every data set in Artifactory since autumn');
  await expect(stripes()).toHaveCount(1);
});

test('the quote is copied with its reference, and the evidence of the code is shown', async () => {
  await code('old data got lost', 'D5');
  await page.keyboard.press('Control+Shift+c');
  const copied = await here.running.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toBe('“old data got lost” (P1, company A, technique P, A_P1_2021-02-03, turn 2)');
  await page.keyboard.press('Shift+Enter');
  const evidence = page
    .getByRole('complementary', { name: 'Evidence' })
    .or(page.getByRole('region', { name: 'Evidence' }));
  await expect(evidence).toContainText('old data got lost');
});

import { expect, type Locator, type Page, test } from '@playwright/test';
import { findSeriousFaults, paintedWords, prepareCodingStudy } from '../support/coding-study.ts';
import { readerText } from '../support/window.ts';

const here = prepareCodingStudy();
let page: Page;

test.beforeEach(() => {
  page = here.page;
});

const stripes = () => page.getByRole('region', { name: 'Stripes' }).getByRole('button');
const said = () => page.getByRole('region', { name: 'Reader' }).getByRole('status');

const transcript = () => page.getByRole('main').getByRole('button', { name: /A_P1_2021-02-03/ });
const list = () => page.getByRole('listbox', { name: 'Codings of this transcript' });

/** Presses Tab until the element has the focus, as somebody without a mouse would. */
async function tabTo(wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 60; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not lead there.');
}

test('without a mouse: open, select, code, change, move, split, delete, undo, and several at once', async () => {
  await tabTo(transcript());
  await page.keyboard.press('Enter');
  await tabTo(readerText(page));

  // “Thank you for coming” begins behind the label of the first turn.
  await page.keyboard.press('Control+Home');
  for (let words = 0; words < 2; words += 1) await page.keyboard.press('Control+ArrowRight');
  for (let words = 0; words < 3; words += 1) await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('c');
  await expect(page.getByRole('combobox', { name: 'Code for the selection' })).toBeFocused();
  expect(await findSeriousFaults(page)).toEqual([]);
  await page.keyboard.type('D5');
  await page.keyboard.press('Enter');
  await expect(stripes()).toHaveCount(1);
  await expect(said()).toHaveText(/^Coded with D5/);
  await expect(readerText(page)).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'New code of the excerpt' })).toBeFocused();
  await page.keyboard.type('D6');
  await page.keyboard.press('Enter');
  await expect(said()).toHaveText(/^Code is now D6/);

  await page.keyboard.press('Shift+ArrowRight');
  await expect(said()).toHaveText(/^Ends with “Thank you”/);
  await page.keyboard.press('Shift+ArrowRight');
  await expect(said()).toHaveText(/^Ends with “Thank you for”/);
  await page.keyboard.press('Alt+4');
  await expect(said()).toHaveText(/^not in place/);

  // The caret is still behind “Thank”; one word on is still inside the coding, which is split there.
  await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.press('x');
  await expect(stripes()).toHaveCount(2);
  await expect(said()).toHaveText(/^Split before/);
  await page.keyboard.press('Delete');
  await expect(stripes()).toHaveCount(1);
  await expect(said()).toHaveText(/^Coding deleted/);
  await page.keyboard.press('Control+z');
  await expect(stripes()).toHaveCount(2);
  await expect(page.getByRole('contentinfo')).toContainText('Undone: Remove coding D6');

  await tabTo(page.getByRole('tab', { name: 'Coding', exact: true }));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await tabTo(list());
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(list().getByRole('option', { selected: true })).toHaveCount(2);
  expect(await findSeriousFaults(page)).toEqual([]);
  await page.keyboard.press('c');
  await page.keyboard.type('D1');
  await page.keyboard.press('Enter');
  await expect(said()).toHaveText(/^2 codings: now D1/);
  await expect(list()).toBeFocused();
  await page.keyboard.press('Alt+1');
  await expect(said()).toHaveText(/^2 codings: now in place/);
  await page.keyboard.press('Delete');
  await expect(stripes()).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(stripes()).toHaveCount(2);
  expect((await paintedWords(page)).length).toBeGreaterThan(1);
});

test('the sheet of shortcuts names every key of coding', async () => {
  await tabTo(transcript());
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  for (const words of [
    'Split at the caret',
    'Quick code',
    'Code the whole turn',
    'Open coding on or off',
    'Menu',
  ])
    await expect(sheet.getByText(words).first()).toBeVisible();
  expect(await findSeriousFaults(page)).toEqual([]);
});

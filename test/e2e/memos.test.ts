import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { runCasebench } from '../support/command-line.ts';
import {
  closeCasebench,
  launchCasebench,
  type RunningCasebench,
  restartCasebench,
} from '../support/electron-app.ts';
import { readerText, selectPassage, showScreen } from '../support/window.ts';

const transcript = resolve(import.meta.dirname, '..', 'fixtures', 'journey', 'A_P1_2021-02-03.txt');
const codings = `transcript,quote,code,coder,status,evidence
A_P1_2021-02-03,old data got lost,D1,AB,not in place,affirmation
A_P1_2021-02-03,The pipeline as a whole is not versioned yet,D5,AB,planned,affirmation
`;
const people = 'participant,practitioner,company,role\nP1,A-01,A,Engineer\n';

let folder: string;
let study: string;
let running: RunningCasebench;
let page: Page;

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'casebench-memos-'));
  study = join(folder, 'mine.casebench');
  await runCasebench('new', study, '--scheme', 'mlops-maturity-2021', '--coder', 'AB');
  writeFileSync(join(folder, 'people.csv'), people);
  writeFileSync(join(folder, 'codings.csv'), codings);
  await runCasebench('apply', study, '--participants', join(folder, 'people.csv'));
  await runCasebench('import', study, transcript);
  await runCasebench('apply', study, '--codings', join(folder, 'codings.csv'));
  running = await launchCasebench({ args: [study] });
  page = running.page;
});

test.afterEach(async () => {
  await closeCasebench(running);
  rmSync(folder, { recursive: true, force: true });
});

const textOn = (about: string) => page.getByRole('textbox', { name: `Memo on ${about}` });
const panel = () => page.getByRole('region', { name: 'Memos', exact: true });
const list = () => page.getByRole('listbox', { name: 'Memos' });
const link = () => textOn('the study').locator('[data-excerpt-link]');
const undo = (label: string) => page.getByRole('button', { name: `Undo: ${label}` });

async function expectNoSeriousProblem(): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

/** Writes a memo on the company from the people screen; its panel stays open. */
async function writeOnCompany(words: string): Promise<void> {
  await showScreen(page, 'People');
  await page.getByRole('region', { name: 'Company A' }).hover();
  await page.getByRole('button', { name: 'Write a memo on company A' }).click();
  await expect(textOn('company A')).toBeFocused();
  await page.keyboard.type(words);
}

test('a memo with a heading, a list and a link is written by keys, leads to the excerpt, and stays', async () => {
  await showScreen(page, 'Memos');
  await page.getByRole('button', { name: 'New memo on the study' }).click();
  const text = textOn('the study');
  await expect(text).toBeFocused();
  await page.keyboard.type('# Versions');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- what was lost: @lost');

  await test.step('an @ searches the excerpts; Escape closes only its list', async () => {
    const options = page.getByRole('listbox', { name: 'Excerpts to link to' }).getByRole('option');
    await expect(options).toHaveCount(1);
    await expect(options).toContainText('P1');
    await expect(text).toHaveAttribute('aria-activedescendant', (await options.getAttribute('id')) ?? '');
    await expectNoSeriousProblem();
    await page.keyboard.press('Escape');
    await expect(options).toHaveCount(0);
    await expect(text).toBeFocused();
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('@d5');
    await expect(options).toHaveCount(1);
    await expect(options).toContainText('The pipeline as a whole');
    await page.keyboard.press('Enter');
    await expect(options).toHaveCount(0);
  });

  await page.keyboard.type('and more');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('within');
  await expect(page.getByText('Saved', { exact: true }).first()).toBeVisible();
  await expect(undo('Write memo on the study')).toBeVisible();
  await expectNoSeriousProblem();

  await test.step('after closing and opening it is there, in its form', async () => {
    running = await restartCasebench(running, [study]);
    page = running.page;
    await showScreen(page, 'Memos');
    await expect(list().getByRole('option')).toHaveCount(1);
    await list().getByRole('option').click();
    await expect(textOn('the study').getByRole('heading', { name: 'Versions' })).toBeVisible();
    await expect(textOn('the study').locator('li li')).toHaveText('within');
    await expect(textOn('the study')).toContainText(
      'P1 “The pipeline as a whole is not versioned yet” and more',
    );
  });

  await test.step('the link leads to its place, by key and by click', async () => {
    await list().focus();
    await page.keyboard.press('Enter');
    await expect(textOn('the study')).toBeFocused();
    // From the end of the text up to the line of the link, to its start, and over the words before the link.
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Home');
    for (let letter = 0; letter <= 'what was lost: '.length; letter++)
      await page.keyboard.press('ArrowRight');
    await expect(textOn('the study').locator('[data-selected]')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(readerText(page)).toBeVisible();
    await showScreen(page, 'Memos');
    await textOn('the study').getByText('“The pipeline as a whole').click();
    await expect(readerText(page)).toBeVisible();
  });

  await test.step('a link to what was deleted says so, until undo brings it back', async () => {
    await showScreen(page, 'People');
    await page.getByRole('tab', { name: 'Sessions' }).click();
    await page.getByRole('row', { name: /A_P1/ }).hover();
    await page.getByRole('button', { name: /^Delete session/ }).click();
    await showScreen(page, 'Memos');
    await expect(link()).toHaveAttribute('title', 'This excerpt was deleted');
    await page.getByRole('button', { name: /^Undo: Delete session/ }).click();
    await expect(link()).toHaveAttribute('title', /^Show the place/);
  });

  await test.step('the excerpt knows who speaks of it', async () => {
    await link().click();
    await expect(readerText(page)).toBeVisible();
    await selectPassage(page, 'The pipeline as a whole is not versioned yet');
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'Memos' }).click();
    await page.getByRole('button', { name: 'Memo on the selected words' }).click();
    await expect(panel().getByRole('region', { name: 'Linked from' })).toContainText('Versions');
    await expect(panel()).toContainText('No memo yet');
    await page.keyboard.type('Ask her when.');
    await page.keyboard.press('Escape');
    await expect(panel()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(panel()).toHaveCount(0);
    await expect(page.getByRole('tab', { name: 'Memos 1' })).toBeVisible();
  });

  await test.step('one undo takes back a whole sitting', async () => {
    await undo('Write memo on a passage of A_P1_2021-02-03').click();
    await expect(page.getByRole('tab', { name: 'Memos', exact: true })).toBeVisible();
    await undo('Write memo on the study').click();
    await page.keyboard.press('Control+7');
    await expect(page.getByText('No memo yet.')).toBeVisible();
  });
});

test('memos on people are written beside the screen, found, filtered, deleted and brought back', async () => {
  await writeOnCompany('Café culture, twice');
  await expectNoSeriousProblem();
  await page.getByLabel('Title of the memo').fill('Culture');
  await page.getByLabel('Kind of memo').selectOption('theoretical');
  await expect(page.getByRole('button', { name: '1 memo on company A' })).toBeVisible();
  await page.getByRole('row', { name: /A-01/ }).hover();
  await page.getByRole('button', { name: 'Write a memo on practitioner A-01' }).click();
  await expect(textOn('A-01 · Engineer · company A')).toBeFocused();
  await page.keyboard.type('Speaks for all');

  await page.keyboard.press('Control+7');
  const rows = list().getByRole('option');
  await expect(rows).toHaveCount(2);
  await page.getByLabel('Search the memos').fill('cafe twice');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Culture');
  await expect(page.getByText('1 of 2 memos')).toBeVisible();
  await page.getByLabel('Search the memos').fill('');
  await page.getByRole('combobox', { name: 'Kind', exact: true }).selectOption('reflexive');
  await expect(page.getByText('No memo fits.')).toBeVisible();
  await page.getByRole('combobox', { name: 'Kind', exact: true }).selectOption('');
  await page.getByRole('combobox', { name: 'Subject' }).selectOption('practitioner');
  await expect(rows).toHaveCount(1);
  await page.getByRole('combobox', { name: 'Subject' }).selectOption('');
  await page.getByRole('combobox', { name: 'Order' }).selectOption('subject');

  await test.step('arrows choose, Enter leads to the text and Escape back', async () => {
    await expect(rows).toHaveCount(2);
    await list().focus();
    await page.keyboard.press('ArrowDown');
    await expect(rows.first()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(textOn('company A').last()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(list()).toBeFocused();
    await expectNoSeriousProblem();
  });

  await test.step('deleting asks nothing, since undo brings it back', async () => {
    await page
      .getByRole('region', { name: 'The chosen memo' })
      .getByRole('button', { name: /^Delete memo/ })
      .click();
    await expect(rows).toHaveCount(1);
    await expect(page.getByText('This memo does not exist any more.').first()).toBeVisible();
    await undo('Delete memo on company A').click();
    await expect(rows).toHaveCount(2);
    await expect(textOn('company A').last()).toContainText('Café culture, twice');
  });

  await test.step('what it is on is one click away', async () => {
    await page
      .getByRole('region', { name: 'The chosen memo' })
      .getByRole('button', { name: 'on company A', exact: true })
      .click();
    await expect(page.getByRole('region', { name: 'Company A' })).toBeVisible();
  });
});

test('undo in the text is of the text first, and then of the study', async () => {
  await writeOnCompany('One');
  await expect(undo('Write memo on company A')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(textOn('company A')).toHaveText('');
  await page.keyboard.press('Control+y');
  await expect(textOn('company A')).toHaveText('One');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: 'Write a memo on company A' })).toHaveCount(1);
  await page.keyboard.press('Control+y');
  await expect(page.getByRole('button', { name: '1 memo on company A' })).toBeVisible();
});

test('what is being typed is kept when the panel changes and when the window is closed in the middle of it', async () => {
  await writeOnCompany('Half a thou');
  await page.getByRole('row', { name: /A-01/ }).hover();
  await page.getByRole('button', { name: 'Write a memo on practitioner A-01' }).click();
  await expect(textOn('A-01 · Engineer · company A')).toBeFocused();
  await page.keyboard.type('And half a sen');
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  running = await launchCasebench({ userData: running.userData, args: [study] });
  page = running.page;
  await showScreen(page, 'Memos');
  await expect(list().getByRole('option')).toHaveCount(2);
  await expect(list()).toContainText('Half a thou');
  await expect(list()).toContainText('And half a sen');
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { runCasebench } from '../support/command-line.ts';
import { closeCasebench, launchCasebench, type RunningCasebench } from '../support/electron-app.ts';
import { answerDialogs, readerText, selectPassage, showScreen } from '../support/window.ts';

let folder: string;
let running: RunningCasebench;
let page: Page;

const talks = {
  'A_P1_2021-02-03.txt': `I: How often do you deploy?
P1: We deploy on Fridays. Nobody likes to déploy then.
P1: Continuous delivery is a dream. Still, deployments work.
I: And the models?
P1: A model is deployed by hand.
`,
  'B_W9_2021-03-01.txt': `I: データはどうですか。
W9: このデータは大事です。毎日データを確認します。
W9: We deploy daily.
`,
};

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'casebench-search-'));
  const study = join(folder, 'mine.casebench');
  const paths = Object.entries(talks).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
  await runCasebench('new', study, '--scheme', 'mlops-maturity-2021', '--coder', 'AB');
  await runCasebench('import', study, ...paths);
  running = await launchCasebench({ args: [study] });
  page = running.page;
  await expect(page.getByRole('contentinfo')).toContainText('2 transcripts');
});

test.afterEach(async () => {
  await closeCasebench(running);
  rmSync(folder, { recursive: true, force: true });
});

const field = () => page.getByLabel('Search for');
const hits = () => page.getByRole('list', { name: 'Hits' }).getByRole('button');
const mode = (name: string) => page.getByRole('radiogroup', { name: 'What the words are' }).getByText(name);

async function search(words: string, found: string): Promise<void> {
  await field().fill(words);
  await field().press('Enter');
  await expect(page.getByText(found, { exact: true })).toBeVisible();
}

async function expectAccessible(): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
}

test('words, phrases, beginnings, parts and patterns are found, in the order one wishes', async () => {
  await page.keyboard.press('Control+5');
  await expect(field()).toBeFocused();
  await search('deploy', '4 hits in 2 transcripts');
  await expect(hits().first()).toContainText('How often do you deploy?');
  await search('"continuous delivery"', '1 hit in 1 transcript');
  await search('deploy*', '6 hits in 2 transcripts');
  await page.getByRole('combobox', { name: 'Sorted' }).selectOption('after');
  await expect(hits().first()).toContainText('How often do you deploy?');
  await expect(hits().nth(1)).toContainText('A model is deployed by hand.');
  await page.getByRole('combobox', { name: 'Speakers' }).selectOption('participants');
  await expect(page.getByText('5 hits in 2 transcripts')).toBeVisible();
  await expectAccessible();

  await field().fill('"we deploy');
  await expect(page.getByText('A quotation mark at character 1 is never closed.')).toBeVisible();
  await mode('Part of a word').click();
  await search('データ', '2 hits in 1 transcript');
  await mode('Regular expression').click();
  await search('deploy(ed|ments)', '2 hits in 1 transcript');
  await field().fill('deploy(');
  await field().press('Enter');
  await expect(page.getByRole('alert')).toHaveText(
    'The pattern has “(” without “)” (character 7): close it, or write “\\(”.',
  );
  await mode('Words').click();
  await search('nothing*', '0 hits');
  await expect(page.getByText('Nothing was found.')).toBeVisible();
});

test('a hit opens its place, and one comes back to it in the list', async () => {
  await showScreen(page, 'Search');
  await search('deploy*', '6 hits in 2 transcripts');
  await page.keyboard.press('Tab');
  await hits().first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(readerText(page)).toContainText('Nobody likes to déploy then.');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(hits().nth(2)).toBeFocused();
  await expect(hits().nth(2)).toContainText('Nobody likes to déploy then.');
  await page
    .getByRole('complementary', { name: 'Hits by company' })
    .getByRole('button', { name: 'B_W9' })
    .click();
  await hits().nth(5).click();
  await expect(readerText(page)).toContainText('We deploy daily.');
});

test('what was asked stays asked when texts and comments change, whatever the form says by then', async () => {
  await showScreen(page, 'Search');
  await search('deploy OR dream', '5 hits in 2 transcripts');
  await mode('Regular expression').click();
  await addTalk('A_P2_2021-04-01.txt', 'P2: A deploy is a deploy.\n');
  await expect(page.getByText('7 hits in 3 transcripts')).toBeVisible();

  await mode('Words').click();
  await page.getByRole('checkbox', { name: 'Comments' }).check();
  await page.getByRole('checkbox', { name: 'Transcripts' }).uncheck();
  await search('rhythm', '0 hits');
  const table = join(folder, 'codings.csv');
  const head = 'id,transcript,quote,code,coder,status,evidence,comment';
  writeFileSync(table, `${head}\n1,A_P1_2021-02-03,on Fridays,D1,AB,planned,affirmation,A rhythm\n`);
  await runCasebench('apply', join(folder, 'mine.casebench'), '--codings', table);
  await expect(page.getByText('1 hit', { exact: true })).toBeVisible();
});

/** Another program adds a transcript to the study that is open. */
async function addTalk(name: string, text: string): Promise<void> {
  writeFileSync(join(folder, name), text);
  await runCasebench('import', join(folder, 'mine.casebench'), join(folder, name));
}

test('in a narrow window, beside the retrieval, the words that were found can be read', async () => {
  await running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1000, 700),
  );
  await showScreen(page, 'Search');
  await search('deploy*', '6 hits in 2 transcripts');
  await page.keyboard.press('Control+e');
  await expect(page.getByRole('region', { name: 'Retrieval' })).toBeVisible();
  const width = () =>
    hits()
      .first()
      .evaluate((row) => row.lastElementChild?.clientWidth ?? 0);
  await expect.poll(width).toBeGreaterThan(250);
});

test('Ctrl+Shift+F searches for the words that are selected', async () => {
  await page
    .getByRole('main')
    .getByRole('button', { name: /A_P1_2021-02-03/ })
    .click();
  await selectPassage(page, 'on Fridays');
  await page.keyboard.press('Control+Shift+F');
  await expect(field()).toHaveValue('"on Fridays"');
  await expect(field()).toBeFocused();
  await expect(hits()).toHaveCount(1);
  await page.keyboard.press('Alt+ArrowLeft');
});

test('hits are coded at once but those unticked, and one undo takes all back', async () => {
  await showScreen(page, 'Search');
  await search('deploy*', '6 hits in 2 transcripts');
  await page.getByRole('button', { name: 'Code these hits …' }).click();
  const passages = page.getByRole('list', { name: 'Passages' });
  await expect(passages.getByRole('checkbox')).toHaveCount(6);
  await expectAccessible();
  await passages.getByRole('checkbox', { name: /Interviewer/ }).uncheck();
  await page
    .getByRole('textbox', { name: 'Code' })
    .or(page.getByRole('combobox', { name: 'Code' }))
    .fill('Rhythm');
  await page.getByRole('option', { name: 'New code “Rhythm”' }).click();
  await page.getByRole('button', { name: 'Code 5 passages' }).click();
  await expect(page.getByText('5 passages coded')).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText('5 codings');

  await page.getByRole('button', { name: 'Code by speaker …' }).click();
  await page
    .getByRole('textbox', { name: 'Whose turns' })
    .or(page.getByRole('combobox', { name: 'Whose turns' }))
    .fill('W9');
  await page.getByRole('option', { name: /^W9/ }).first().click();
  await expect(page.getByText('2 of 2 passages chosen')).toBeVisible();
  await page.getByRole('button', { name: 'Close without coding' }).click();

  await page.keyboard.press('Control+z');
  await expect(page.getByRole('contentinfo')).toContainText('0 codings');
});

test('hits are taken to a spreadsheet, by copy and as a file', async () => {
  await showScreen(page, 'Search');
  await search('deploy*', '6 hits in 2 transcripts');
  await page.getByRole('button', { name: 'Take away' }).click();
  await page.getByRole('menuitem', { name: 'Copy for a spreadsheet' }).click();
  await expect(page.getByText('6 hits with tabs between the cells, for a spreadsheet.')).toBeVisible();
  const copied = await running.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied.split('\n')).toHaveLength(7);
  expect(copied).toContain('\tHow often do you \tdeploy\t?');

  const path = join(folder, 'Hits.csv');
  await answerDialogs(running.app, { save: path });
  await page.getByRole('button', { name: 'Take away' }).click();
  await page.getByRole('menuitem', { name: 'Save as CSV …' }).click();
  await expect(page.getByText('6 hits saved')).toBeVisible();
  expect(readFileSync(path, 'utf8')).toContain('Nobody likes to ",déploy," then."');
});

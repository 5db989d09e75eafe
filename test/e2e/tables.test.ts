import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { runCasebench } from '../support/command-line.ts';
import { closeCasebench, launchCasebench, type RunningCasebench } from '../support/electron-app.ts';
import { answerDialogs } from '../support/window.ts';

let folder: string;
let running: RunningCasebench;
let page: Page;

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'casebench-tables-'));
  const study = join(folder, 'sample.casebench');
  await runCasebench('sample', study);
  running = await launchCasebench({ args: [study] });
  page = running.page;
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
  await page.keyboard.press('Control+6');
});

test.afterEach(async () => {
  await closeCasebench(running);
  rmSync(folder, { recursive: true, force: true });
});

const choose = (label: string, value: string) =>
  page.getByLabel(label, { exact: true }).selectOption({ label: value });
const panel = () => page.getByRole('region', { name: 'Evidence' });
const clipboard = () => running.app.evaluate(({ clipboard: board }) => board.readText());

/** Opens the cell with these words and compares the number they say with the excerpts that are listed. */
async function openAndCompare(words: RegExp): Promise<void> {
  const cell = page.getByRole('gridcell', { name: words });
  const number = /: ([\d,]+) excerpt/.exec((await cell.getAttribute('aria-label')) ?? '')?.[1];
  await cell.click();
  await expect(panel().getByRole('status')).toHaveText(new RegExp(`^${number} excerpts?`));
}

async function expectNoSeriousFault(): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

test('codes are counted by company, transcript and role, and every number opens as many excerpts', async () => {
  await expect(page.getByRole('grid', { name: 'Codes by company' })).toBeVisible();
  await openAndCompare(/^D5 × company A: /);
  await openAndCompare(/^D5, total: /);
  await openAndCompare(/^Company A, total: /);
  await openAndCompare(/^The whole table: /);
  await choose('Codes by', 'roles');
  await expect(page.getByRole('grid', { name: 'Codes by role' })).toBeVisible();
  await openAndCompare(/^D5 × Senior Data Engineer: /);
  await openAndCompare(/^D5, total: /);
  await choose('Codes by', 'techniques');
  await page.getByRole('button', { name: 'All statuses' }).click();
  await page.getByRole('checkbox', { name: 'not stated' }).uncheck();
  await page.keyboard.press('Escape');
  await openAndCompare(/^D5 × interview: /);
  await expectNoSeriousFault();
});

test('the excerpts of a cell are refined as what they are: with its role, statuses and companies', async () => {
  await choose('Codes by', 'roles');
  await page.getByRole('button', { name: 'All statuses' }).click();
  await page.getByRole('checkbox', { name: 'planned' }).uncheck();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'All companies' }).click();
  await page.getByRole('checkbox', { name: /^B/ }).uncheck();
  await page.keyboard.press('Escape');
  const retrieval = page.getByRole('region', { name: 'Retrieval' });
  for (const words of [/^D5 × Senior Data Engineer: /, /^D5, total: /, /^The whole table: /]) {
    const cell = page.getByRole('gridcell', { name: words });
    const number = /: (\d+) excerpt/.exec((await cell.getAttribute('aria-label')) ?? '')?.[1];
    await cell.click();
    await page.getByRole('button', { name: 'Refine in retrieval' }).click();
    await expect(retrieval).toContainText(new RegExp(`(?<!\\d)${number} excerpts? · `));
  }
});

test('the table is walked and opened by keyboard, shows shares and persons, and is copied and saved', async () => {
  const grid = page.getByRole('grid', { name: 'Codes by company' });
  await grid.focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await expect(page.getByRole('grid').locator('[data-active]')).toHaveAccessibleName(
    /^D1 × company C: 4 excerpts$/,
  );
  await page.keyboard.press('Enter');
  await expect(panel()).toContainText('D1 × company C');
  await expect(panel().getByRole('status')).toHaveText('4 excerpts');
  await page.keyboard.press('Escape');
  await expect(grid).toBeFocused();

  await choose('Count', 'persons');
  await choose('Show as', '% of row total');
  await expect(
    page.getByRole('gridcell', { name: /^D1 × company A: \d+ persons?, [\d.]+ % of the row total$/ }),
  ).toBeVisible();
  await choose('Count', 'excerpts');
  await choose('Show as', 'numbers');
  await expect(page.getByRole('gridcell', { name: 'D1 × company C: 4 excerpts' })).toBeVisible();
  await grid.focus();
  await page.keyboard.press('Control+C');
  await expect(page.getByText('Table copied')).toBeVisible();
  const lines = (await clipboard()).split('\r\n');
  expect(lines[0]).toBe('code\tname (excerpts)\ttotal (each excerpt once)\tA\tB\tC');
  expect(lines[2]).toBe('D1\tCollect and aggregate data\t13\t5\t4\t4');

  const path = join(folder, 'codes.csv');
  await answerDialogs(running.app, { save: path });
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'CSV table' }).click();
  await expect(page.getByText('Table exported')).toBeVisible();
  const csv = readFileSync(path, 'utf8');
  expect(csv.startsWith('\uFEFFcode,')).toBe(true);
  expect(csv.split('\r\n')[2]).toBe(lines[2]?.replaceAll('\t', ','));
});

test('codes that occur together are counted by overlap and by nearness, and open their pairs', async () => {
  await page.getByRole('tab', { name: 'Co-occurrence' }).click();
  await expect(page.getByRole('grid', { name: 'Co-occurrence of codes' })).toBeVisible();
  const cell = page.getByRole('gridcell', { name: /^M6 with M8: \d+ pairs/ });
  const pairs = async () => Number(/: (\d+) pair/.exec((await cell.getAttribute('aria-label')) ?? '')?.[1]);
  const overlapping = await pairs();
  await cell.click();
  await expect(panel()).toContainText(`M6 with M8: ${overlapping} pairs`);
  await choose('Codes', 'within 3 turns');
  await expect.poll(pairs).toBeGreaterThan(overlapping);
  await choose('Show as', 'c-coefficient');
  await expect(page.getByRole('status').filter({ hasText: 'n12 / (n1 + n2 − n12)' })).toBeVisible();
  await expectNoSeriousFault();
});

test('in a study for reading only no summary is begun that could not be saved', async () => {
  await closeCasebench(running);
  const study = join(folder, 'newer.casebench');
  await runCasebench('sample', study);
  markAsNewer(study);
  running = await launchCasebench({ args: [study] });
  page = running.page;
  await expect(page.getByRole('contentinfo')).toContainText('Read-only');
  await page.keyboard.press('Control+6');
  await page.getByRole('tab', { name: 'Framework matrix' }).click();
  await page.getByRole('gridcell', { name: /^D1 × company A: no summary/ }).click();
  await expect(page.getByText('This study is open for reading only')).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveCount(0);
});

/** Makes a closed study look like one of a newer program: SQLite keeps the number of the schema at byte 60. */
function markAsNewer(study: string): void {
  const file = openSync(study, 'r+');
  writeSync(file, Buffer.from([0, 0, 0, 99]), 0, 4, 60);
  closeSync(file);
}

test('a summary is written in the framework matrix by keyboard, undone, and exported', async () => {
  await page.getByRole('tab', { name: 'Framework matrix' }).click();
  const grid = page.getByRole('grid', { name: 'Framework matrix' });
  await grid.focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+Enter');
  await expect(panel().getByRole('status')).toHaveText(/^5 excerpts/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Collected by hand.');
  await page.keyboard.press('Control+Enter');
  const cell = page.getByRole('gridcell', { name: /^D1 × company A: Collected by hand\./ });
  await expect(cell).toBeVisible();
  await expect(grid).toBeFocused();
  await expect(page.getByRole('grid').locator('[data-active]')).toHaveAccessibleName(/^D2 × company A: /);

  const path = join(folder, 'matrix.csv');
  await answerDialogs(running.app, { save: path });
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'CSV table' }).click();
  await expect(page.getByText('Table exported')).toBeVisible();
  expect(readFileSync(path, 'utf8')).toContain('D1,Collect and aggregate data,Collected by hand.,5,');

  await expect(page.getByRole('button', { name: 'Undo: Summarise A · D1' })).toBeVisible();
  await grid.focus();
  await page.keyboard.press('Control+Z');
  await expect(page.getByRole('gridcell', { name: /^D1 × company A: no summary/ })).toBeVisible();
  await expectNoSeriousFault();
});

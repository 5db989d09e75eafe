import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { runCasebench } from '../support/command-line.ts';
import { closeCasebench, launchCasebench, type RunningCasebench } from '../support/electron-app.ts';
import { readerText, selectPassage } from '../support/window.ts';

const transcript = resolve(import.meta.dirname, '..', 'fixtures', 'journey', 'A_P1_2021-02-03.txt');
let folder: string;
let running: RunningCasebench;
let page: Page;

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'casebench-codes-'));
  const study = join(folder, 'mine.casebench');
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

const tree = () => page.getByRole('tree', { name: 'Code tree' });
const row = (name: string | RegExp) => tree().getByRole('treeitem', { name });
const details = () => page.getByRole('tabpanel', { name: 'Code', exact: true });
/** The names of the open codes from the top, each with its level in the tree. */
const openCodes = () =>
  tree()
    .getByRole('treeitem')
    .evaluateAll((rows) => {
      const sorted = rows
        .map((element) => ({
          level: element.getAttribute('aria-level') ?? '',
          name: (element.getAttribute('aria-label') ?? '').replace(/ \d+ excerpts?$/, ''),
          top: element.getBoundingClientRect().top,
        }))
        .sort((left, right) => left.top - right.top);
      const heading = sorted.findIndex(({ name }) => name.startsWith('Open codes'));
      return sorted.slice(heading + 1).map(({ level, name }) => `${level} ${name}`);
    });

/** Makes an open code at the top, and waits until it has the focus in the tree. */
async function makeCode(name: string): Promise<void> {
  await page.getByRole('button', { name: 'New open code' }).click();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(row(name)).toBeFocused();
}

async function code(passage: string, name: string): Promise<void> {
  await selectPassage(page, passage);
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Coding', exact: true })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  // The handles of a selected coding would be dragged instead of selecting its words once more.
  await page.keyboard.press('Escape');
}

async function expectNoSeriousProblem(): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test('codes are made beneath each other, ordered and moved by key and by drag, and go under an item', async () => {
  await row(/^Stages/).click();
  await row(/^Pipelines/).press('ArrowLeft');
  await makeCode('culture');
  await makeCode('fear');
  await page.keyboard.press('Insert');
  await expect(page.getByText('Beneath fear')).toBeVisible();
  await page.keyboard.type('doubt');
  await page.keyboard.press('Enter');
  await expect(row('doubt')).toBeFocused();
  await makeCode('tools');
  await expect.poll(openCodes).toEqual(['2 culture', '2 fear', '3 doubt', '2 tools']);

  await test.step('by key', async () => {
    await page.keyboard.press('Alt+Shift+ArrowUp');
    await expect.poll(openCodes).toEqual(['2 culture', '2 tools', '2 fear', '3 doubt']);
    await expect(row('tools')).toBeFocused();
    await page.keyboard.press('Alt+Shift+ArrowRight');
    await expect.poll(openCodes).toEqual(['2 culture', '3 tools', '2 fear', '3 doubt']);
    await page.keyboard.press('Alt+Shift+ArrowLeft');
    await expect.poll(openCodes).toEqual(['2 culture', '2 tools', '2 fear', '3 doubt']);
  });

  await test.step('by drag: before a row, into a row, and never beneath itself', async () => {
    await row('fear').dragTo(row('culture'), { targetPosition: { x: 60, y: 3 } });
    await expect.poll(openCodes).toEqual(['2 fear', '3 doubt', '2 culture', '2 tools']);
    await row('tools').dragTo(row('culture'), { targetPosition: { x: 60, y: 13 } });
    await expect.poll(openCodes).toEqual(['2 fear', '3 doubt', '2 culture', '3 tools']);
    await row('culture').dragTo(row('tools'), { targetPosition: { x: 60, y: 13 } });
    await expect.poll(openCodes).toEqual(['2 fear', '3 doubt', '2 culture', '3 tools']);
  });

  await test.step('under an item of the scheme, found by its id', async () => {
    await row('doubt').click();
    await page.keyboard.press('u');
    await expect(page.getByRole('dialog', { name: 'Move “doubt”' })).toBeVisible();
    await page.keyboard.type('D5');
    await expectNoSeriousProblem();
    await page.keyboard.press('Enter');
    await expect(row('doubt')).toBeFocused();
    await expect(row('doubt')).toHaveAttribute('aria-level', '4');
    await expect(details()).toContainText('Data pipeline › D5');
    await page.keyboard.press('Control+z');
    await expect(details()).toContainText('Open codes › fear');
  });

  await test.step('several at once', async () => {
    await row('fear').click();
    await row('tools').click({ modifiers: ['Control'] });
    await row('tools').press('Delete');
    await expect(
      page.getByRole('status').filter({ hasText: 'Deleted 2 codes with 1 sub-code.' }),
    ).toBeVisible();
    await expect.poll(openCodes).toEqual(['2 culture']);
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await expect.poll(openCodes).toEqual(['2 fear', '3 doubt', '2 culture', '3 tools']);
  });
});

test('a code says when it is used, anchors itself in the text, and a name that is taken is told', async () => {
  await makeCode('fear');
  await expect(details()).toContainText('Not used yet.');
  await details().getByRole('button', { name: 'Define this code' }).click();
  await page.keyboard.type('Being afraid of what audits find.');
  await page.keyboard.press('Control+Enter');
  await expect(details()).toContainText('Being afraid of what audits find.');
  await details().getByRole('button', { name: 'Say when not to use it' }).click();
  await page.keyboard.type('Mere prudence.');
  await page.keyboard.press('Escape');
  await expect(details().getByRole('button', { name: 'Edit: When not to use' })).toBeFocused();
  await expect(details()).toContainText('Mere prudence.');

  await test.step('the example comes from the selected words and leads back to them', async () => {
    await selectPassage(page, 'old data got lost');
    await page.keyboard.press('Escape');
    await details().getByRole('button', { name: 'Take the selected words' }).click();
    await expect(details()).toContainText('old data got lost');
    await details().getByRole('button', { name: 'A_P1_2021-02-03' }).click();
    await expect(readerText(page)).toBeVisible();
  });

  await test.step('the filter looks into definitions, and leads into the tree', async () => {
    await page.getByRole('textbox', { name: 'Filter codes' }).fill('audits');
    await expect(row(/^D1 /)).toHaveCount(0);
    await page.getByRole('textbox', { name: 'Filter codes' }).press('ArrowDown');
    await expect(row('fear')).toBeFocused();
    await page.getByRole('button', { name: 'Clear filter' }).click();
  });

  await test.step('a name that is taken, whatever its case and accents', async () => {
    await makeCode('culture');
    await page.keyboard.press('F2');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('FÉAR');
    await page.keyboard.press('Enter');
    const alert = page.getByRole('alert').filter({ hasText: 'is the name of a code already' });
    await expect(alert).toContainText('“FÉAR” is the name of a code already: Open codes › fear');
    await expectNoSeriousProblem();
    await alert.getByRole('button', { name: 'Go there' }).click();
    await expect(row('fear')).toBeFocused();
    await row('culture').press('F2');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('habits');
    await page.keyboard.press('Enter');
    await expect(row('habits')).toBeVisible();
    await page.getByRole('button', { name: 'New open code' }).click();
    await page.keyboard.type('d5');
    await page.keyboard.press('Enter');
    await expect(alert).toContainText('Data pipeline › D5');
    await page.keyboard.press('Escape');
  });

  await test.step('the menu of a row opens by key, and each choice tells its own', async () => {
    await row('habits').press('Shift+F10');
    const menu = page.getByRole('menu', { name: 'What to do with habits' });
    await expect(menu.getByRole('menuitem').first()).toBeFocused();
    await expectNoSeriousProblem();
    await menu.getByRole('menuitem', { name: /^Pin/ }).click();
    await expect(row('habits, key 1')).toBeVisible();
    await row(/^habits/).click({ button: 'right' });
    await expect(menu.getByRole('menuitem', { name: /^Unpin/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(row(/^habits/)).toBeFocused();
    await selectPassage(page, 'old data got lost');
    await page.keyboard.press('1');
    await expect(row('habits 1 excerpt, key 1')).toBeVisible();
  });
});

test('codes are merged and split, and deleting one with all beneath it is undone as one step', async () => {
  await makeCode('fear');
  await makeCode('doubt');
  await code('old data got lost', 'fear');
  await code('old data got lost', 'doubt');
  await code('We version every data set', 'doubt');
  await expect(row('doubt 2 excerpts')).toBeVisible();

  await test.step('merged: the same passage is coded once', async () => {
    await row(/^doubt/).click();
    await page.keyboard.press('g');
    await expect(page.getByRole('dialog', { name: 'Merge “doubt” into another code' })).toBeVisible();
    await page.keyboard.type('fear');
    await expect(
      page.getByText('2 codings go over to “fear”, with memos, summaries and definitions.'),
    ).toBeVisible();
    await expectNoSeriousProblem();
    await page.keyboard.press('Enter');
    await expect(row('fear 2 excerpts')).toBeFocused();
    await expect(row(/^doubt/)).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(row('doubt 2 excerpts')).toBeVisible();
    await expect(row('fear 1 excerpt')).toBeVisible();
  });

  await test.step('split: what is ticked goes to a new code', async () => {
    await row(/^doubt/).click();
    await page.keyboard.press('s');
    const sheet = page.getByRole('dialog', { name: 'Split “doubt”' });
    await sheet.getByRole('checkbox', { name: /We version every data set/ }).click();
    await expect(sheet.getByRole('status').filter({ hasText: '1 of 2 ticked' })).toBeVisible();
    await sheet.getByRole('combobox', { name: 'Ticked excerpts go to' }).fill('order');
    await sheet.getByRole('option', { name: 'New code “order”' }).click();
    await expectNoSeriousProblem();
    await sheet.getByRole('button', { name: 'Move 1 coding to “order”' }).click();
    await expect(row('order 1 excerpt')).toBeFocused();
    await expect(row('doubt 1 excerpt')).toBeVisible();
  });

  await test.step('deleted with sub-codes and codings, and brought back by one undo', async () => {
    await page.keyboard.press('Alt+Shift+ArrowRight');
    await expect(row(/^order/)).toHaveAttribute('aria-level', '3');
    await row(/^doubt/).press('Delete');
    const told = page
      .getByRole('status')
      .filter({ hasText: 'Deleted “doubt” with 1 sub-code and 2 codings.' });
    await expect(told).toBeVisible();
    await expect.poll(openCodes).toEqual(['2 fear']);
    await told.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(openCodes).toEqual(['2 fear', '2 doubt', '3 order']);
    await expect(row('order 1 excerpt')).toBeVisible();
  });

  await test.step('a branch is counted as a whole, each person once, and leads to its excerpts', async () => {
    await page.getByRole('button', { name: 'Counting excerpts' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'With sub-codes' }).click();
    await expect(row('doubt 2 excerpts')).toBeVisible();
    await page.getByRole('menuitemradio', { name: 'Persons' }).click();
    await expect(row('doubt 1 person')).toBeVisible();
    await page.keyboard.press('Escape');
    await row(/^doubt/).press('Shift+E');
    await expect(page.getByRole('region', { name: 'Evidence' })).toContainText('doubt with sub-codes');
    await expect(page.getByRole('region', { name: 'Evidence' })).toContainText('2 excerpts');
  });
});

test('memos on a code stay in sight when it is merged into another one', async () => {
  await makeCode('doubt');
  await makeCode('uncertainty');
  await row('doubt').click();
  await page.keyboard.press('m');
  await expect(page.getByRole('textbox', { name: 'Memo on doubt' })).toBeFocused();
  await page.keyboard.type('Who doubts?');
  await row('doubt').click();
  await expect(page.getByRole('button', { name: 'Undo: Write memo on doubt' })).toBeEnabled();
  await page.keyboard.press('g');
  await expect(page.getByRole('combobox', { name: 'Into which code?' })).toBeFocused();
  await page.keyboard.type('uncertainty');
  await page.keyboard.press('Enter');
  await expect(row('doubt')).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'Memo on uncertainty' })).toContainText('Who doubts?');
});

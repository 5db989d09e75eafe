import { mkdtempSync, rmSync } from 'node:fs';
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
import { editedText, readerText, selectPassage } from '../support/window.ts';

const transcript = resolve(import.meta.dirname, '..', 'fixtures', 'journey', 'A_P1_2021-02-03.txt');
let folder: string;
let study: string;
let running: RunningCasebench;
let page: Page;

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'casebench-editing-'));
  study = join(folder, 'mine.casebench');
  await runCasebench('new', study, '--scheme', 'mlops-maturity-2021', '--coder', 'AB');
  await runCasebench('import', study, transcript);
  running = await launchCasebench({ args: [study] });
  page = running.page;
  await openTranscript();
  for (const passage of ['good start', 'old data got lost', 'next year']) {
    await selectPassage(page, passage);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('treeitem', { name: new RegExp(passage) })).toBeVisible();
  }
});

test.afterEach(async () => {
  await closeCasebench(running);
  rmSync(folder, { recursive: true, force: true });
});

const openTranscript = () =>
  page
    .getByRole('main')
    .getByRole('button', { name: /A_P1_2021-02-03/ })
    .click();
const sheet = () => page.getByRole('dialog', { name: 'Edit text: A_P1_2021-02-03' });
const edit = async () => {
  await page.keyboard.press('Control+Shift+E');
  await expect(editedText(page)).toBeFocused();
};
const write = async (passage: string, words: string) => {
  await selectPassage(page, passage, editedText(page));
  await page.keyboard.type(words);
};
/** The words that are painted as coded in the editor. */
const painted = () =>
  page.evaluate(() =>
    ['editing-coded', 'editing-touched']
      .flatMap((name) => [...(CSS.highlights.get(name) ?? [])])
      // Between a change and the next painting a range may reach beyond what its text has become.
      .filter(
        ({ startContainer, startOffset, endContainer, endOffset }) =>
          startOffset <= (startContainer.textContent?.length ?? 0) &&
          endOffset <= (endContainer.textContent?.length ?? 0),
      )
      .map(({ startContainer, startOffset, endContainer, endOffset }) => {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        return range.toString();
      }),
  );
const expectQuotes = async (...quotes: string[]) => {
  await page.getByRole('tab', { name: /^Codings/ }).click();
  for (const quote of quotes) await expect(page.getByRole('tabpanel')).toContainText(quote);
};
const expectAccessible = async () => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
};

test('typos before, in and behind coded passages are corrected, and the other passages keep their words', async () => {
  await page.getByRole('button', { name: 'File and versions of this transcript' }).click();
  await page.getByRole('menuitem', { name: 'Edit text…' }).click();
  await expect(editedText(page)).toBeFocused();
  await expect.poll(painted).toEqual(['good start', 'old data got lost', 'next year']);
  await write('Ha,', '🤣 Hm,');
  await write('data got', 'records got');
  await write('And the', 'And what of the');
  await expect
    .poll(painted)
    .toEqual(expect.arrayContaining(['good start', 'old records got lost', 'next year']));
  await expect(sheet()).toContainText('1 coded passage would get other words');
  await expectAccessible();

  await page.keyboard.press('Control+s');
  await expect(sheet()).toContainText('old data got lost');
  await expect(sheet()).toContainText('old records got lost');
  await expect(sheet()).toContainText('2 other coded passages keep their words, 2 of them in another place');
  await expectAccessible();
  await page.keyboard.press('Control+s');
  await expect(sheet()).toBeHidden();
  await expect(readerText(page)).toBeFocused();
  await expect(readerText(page)).toContainText('😀 🤣 Hm, good start.');
  await expectQuotes('good start', 'old records got lost', 'next year');

  await test.step('the former text can be read, and undo brings it back', async () => {
    await page.getByRole('button', { name: 'File and versions of this transcript' }).click();
    await page.getByRole('menuitem', { name: /^Version 1, before an edit on / }).click();
    await expect(page.getByRole('document', { name: 'Text of version 1' })).toContainText(
      '😀 Ha, good start.',
    );
    await page.getByRole('button', { name: 'Close version' }).click();
    await page.getByRole('button', { name: 'Undo: Edit transcript A_P1_2021-02-03' }).click();
    await expect(readerText(page)).toContainText('😀 Ha, good start.');
    await page.getByRole('button', { name: 'Redo: Edit transcript A_P1_2021-02-03' }).click();
    await expect(readerText(page)).toContainText('😀 🤣 Hm, good start.');
  });

  await test.step('it can be brought back as an edit like any other', async () => {
    await page.getByRole('button', { name: 'File and versions of this transcript' }).click();
    await page.getByRole('menuitem', { name: /^Version 1, before an edit on / }).click();
    await page.getByRole('button', { name: 'Bring this text back…' }).click();
    const restoring = page.getByRole('dialog', { name: 'Bring back a former text of A_P1_2021-02-03' });
    await expect(restoring).toContainText('1 coded passage would get other words');
    await restoring.getByRole('button', { name: 'Bring it back' }).click();
    await expect(readerText(page)).toContainText('😀 Ha, good start.');
    await expectQuotes('good start', 'old data got lost', 'next year');
  });
});

test('turns are split, joined, given to somebody else, put in and taken out', async () => {
  await edit();
  await selectPassage(page, 'Before', editedText(page));
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Control+Enter');
  await expect(sheet().getByText('Turn 3', { exact: true })).toBeVisible();

  await test.step('the new turn is given to the interviewer by keys alone', async () => {
    await page.keyboard.press('Alt+s');
    await page.getByRole('option', { name: 'I (interviewer)' }).click();
    await expect(editedText(page)).toBeFocused();
  });
  await test.step('a turn is added with the speaker of the one before, and another one joined', async () => {
    await page.keyboard.press('Control+Shift+Enter');
    await page.keyboard.type('Lost where?');
    await selectPassage(page, 'Models too', editedText(page));
    await page.keyboard.press('Home');
    await expect.poll(() => page.evaluate(() => document.getSelection()?.isCollapsed)).toBe(true);
    await page.keyboard.press('Backspace');
    await expect(editedText(page)).toContainText('And the models? Models too.');
  });
  await page.keyboard.press('Control+s');
  await expect(sheet()).toBeHidden();
  const turns = readerText(page).locator(':scope > div');
  await expect(turns).toHaveText([
    /Thank you/,
    /^P1: ?😀 Ha, .* since autumn\.$/,
    /^I: ?Before that it was chaos, and old data got lost\.$/,
    /^P1: ?Lost where\?$/,
    /^I: ?And the models\? Models too\./,
  ]);
  await expectQuotes('good start', 'old data got lost', 'next year');

  await test.step('a turn without codings is deleted', async () => {
    await edit();
    await selectPassage(page, 'Lost where?', editedText(page));
    await sheet().getByRole('button', { name: 'Delete turn' }).click();
    await page.keyboard.press('Control+s');
    await expect(turns).toHaveCount(4);
  });
});

test('a coded passage that would be lost is named first, and only goes when that is wanted', async () => {
  await edit();
  await selectPassage(page, ', and old data got lost', editedText(page));
  await page.keyboard.press('Delete');
  await expect(sheet()).toContainText('1 coded passage would be lost');
  await test.step('the editor undoes it', async () => {
    await page.keyboard.press('Control+z');
    await expect.poll(painted).toContain('old data got lost');
    await page.keyboard.press('Control+y');
    await expect.poll(painted).not.toContain('old data got lost');
  });
  await page.keyboard.press('Control+s');
  await expect(sheet().getByRole('heading', { name: 'Would be lost (1)' })).toBeVisible();
  await expectAccessible();
  await sheet().getByRole('button', { name: 'Back to editing' }).click();
  await expect(editedText(page)).toBeFocused();
  await page.keyboard.press('Control+s');
  await sheet().getByRole('button', { name: 'Save and lose 1 passage' }).click();
  await expect(readerText(page)).toContainText('Before that it was chaos.');
  await page.keyboard.press('Control+z');
  await expect(readerText(page)).toContainText('and old data got lost.');
  await expectQuotes('old data got lost');
});

test('nothing that was typed is lost by closing: neither the sheet nor the window', async () => {
  await edit();
  await write('chaos', 'a mess');
  await page.keyboard.press('Escape');
  await expect(sheet()).toBeHidden();
  await page.getByRole('button', { name: 'Text changed, not saved' }).click();
  await expect(editedText(page)).toContainText('it was a mess');
  await page.keyboard.press('Escape');

  await test.step('the window saves what loses nothing', async () => {
    running = await restartCasebench(running, [study]);
    page = running.page;
    await openTranscript();
    await expect(readerText(page)).toContainText('it was a mess');
    await expect(page.getByRole('button', { name: 'Undo: Edit transcript A_P1_2021-02-03' })).toBeVisible();
  });
  await test.step('and stays when a coded passage would go', async () => {
    await edit();
    await selectPassage(page, 'old data got lost', editedText(page));
    await page.keyboard.press('Delete');
    await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await expect(sheet().getByRole('heading', { name: 'Would be lost (1)' })).toBeVisible();
    await sheet().getByRole('button', { name: 'Back to editing' }).click();
    await sheet().getByRole('button', { name: 'Discard changes' }).click();
    await expect(editedText(page)).toContainText('old data got lost');
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { runCasebench } from '../support/command-line.ts';
import { closeCasebench, launchCasebench } from '../support/electron-app.ts';
import { answerDialogs, showScreen } from '../support/window.ts';

const fixtures = resolve(import.meta.dirname, '..', 'fixtures', 'tables');

/** Drops a file from the desktop on the middle of the window, through the browser's own drag events. */
async function dropFile(page: Page, file: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const drag = { x: 600, y: 400, data: { items: [], files: [file], dragOperationsMask: 1 } };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, ...drag });
  }
}

/** Pastes text as a spreadsheet does, wherever the focus is. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((cells) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', cells);
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

async function expectNoSeriousProblem(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test('people come from a pasted table, sessions from a file, and each is edited afterwards', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'casebench-people-'));
  const study = join(folder, 'mine.casebench');
  await runCasebench('new', study, '--scheme', 'mlops-maturity-2021', '--coder', 'AB');
  const running = await launchCasebench({ args: [study] });
  const { app, page } = running;
  const dialog = page.getByRole('dialog', { name: 'Import a table' });
  const people = page.getByRole('table', { name: 'Practitioners of company A' });
  await showScreen(page, 'People');

  await test.step('a pasted table says what it would do before anything is written', async () => {
    await page.getByRole('button', { name: 'Import table…' }).first().click();
    await paste(page, 'ID\tWho\tFirma\tRolle\nP1, W1\tAnna\tA\tData Scientist\nX2\tBen\tA\tEngineer');
    await expect(dialog.getByLabel('What the column “Rolle” holds')).toHaveValue('role');
    await expect(dialog.getByRole('button', { name: '1 added' })).toBeVisible();
    await expect(
      dialog.getByRole('option', { name: /refused X2 “X2” does not begin with the letter/ }),
    ).toBeVisible();
    await dialog.getByLabel('What the column “Who” holds').selectOption({ label: 'Name of the person' });
    await expect(dialog.getByRole('option', { name: /row 2 added P1, W1 name “Anna”/ })).toBeVisible();
    await expectNoSeriousProblem(page);
    await expect(page.getByRole('contentinfo')).toContainText('0 practitioners');
  });

  await test.step('a corrected table adds two people in one step, by keyboard', async () => {
    await paste(page, 'ID\tName\tCompany\tRole\nP1, W1\tAnna\tA\tData Scientist\nP2\tBen\tA\tEngineer');
    const add = dialog.getByRole('button', { name: 'Add 2 people' });
    await expect(add).toBeEnabled();
    await add.focus();
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(people.getByRole('row')).toHaveCount(3);
    await expect(people).toContainText('Data Scientist');
  });

  await test.step('one undo takes the table back, one redo applies it again', async () => {
    await page.getByRole('button', { name: 'Undo: Add 2 people from pasted table' }).click();
    await expect(page.getByText('Nobody here yet')).toBeVisible();
    await page.getByRole('button', { name: 'Redo: Add 2 people from pasted table' }).click();
    await expect(people.getByRole('row')).toHaveCount(3);
  });

  await test.step('an attribute becomes a column, and a value that does not fit is refused where it is typed', async () => {
    await page.getByRole('button', { name: 'Add attribute…' }).click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Years');
    await page.getByLabel('Kind').selectOption('number');
    await page.getByRole('button', { name: 'Add attribute', exact: true }).click();
    await people.getByRole('button', { name: 'Years of Anna' }).click();
    await page.keyboard.type('many');
    await page.keyboard.press('Enter');
    await expect(people.getByRole('alert')).toHaveText(
      '“many” cannot be the value of Years: it is no number, such as 3.5.',
    );
    await people.getByRole('textbox', { name: 'Years of Anna' }).fill('3,5');
    await page.keyboard.press('Enter');
    await expect(people.getByRole('button', { name: 'Years of Anna: 3.5' })).toBeFocused();
    await expectNoSeriousProblem(page);
  });

  await test.step('a person moves to another company', async () => {
    await page.getByRole('button', { name: 'Add company' }).click();
    await page.getByRole('textbox', { name: 'Label', exact: true }).fill('B');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Bolts');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await people.getByLabel('Company of Ben').selectOption('B');
    await expect(page.getByRole('table', { name: 'Practitioners of company B' })).toContainText('Ben');
    await expect(people.getByRole('row')).toHaveCount(2);
  });

  await test.step('the people on the clipboard are a table that changes nothing when it is pasted again', async () => {
    await page.getByRole('button', { name: 'Copy table' }).click();
    const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
    expect(copied).toContain('B\tBen\tEngineer\t\tP2');
    await page.getByRole('button', { name: 'Import table…' }).click();
    await paste(page, copied);
    await expect(dialog.getByRole('button', { name: '2 same' })).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Apply' })).toBeDisabled();
    await expect(dialog.getByRole('status').last()).toHaveText(
      'Nothing to do: the study holds all of it already.',
    );
    await page.keyboard.press('Escape');
  });

  await test.step('sessions come from a file, with an ambiguous date refused', async () => {
    const table = join(folder, 'sessions.csv');
    writeFileSync(
      table,
      'Session;Datum;Dauer;Teilnehmer;Ort;Leitfaden\nA_P1;3.2.2021;0:45;P1;Lund;D\nA_W1;02/03/2021;60;W1;Lund;\n',
    );
    await answerDialogs(app, { open: [table] });
    await page.getByRole('tab', { name: 'Sessions' }).click();
    await page.getByRole('button', { name: 'Import table…' }).click();
    await dialog.getByRole('button', { name: 'Choose file…' }).click();
    await expect(
      dialog.getByRole('option', { name: /A_W1 “02\/03\/2021” may be 2021-03-02 or 2021-02-03/ }),
    ).toBeVisible();
    await dialog.getByRole('button', { name: 'Add 1 session' }).click();
    await expect(dialog.getByRole('status').last()).toContainText('1 session was added. 1 row is refused');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('button', { name: 'Place of A_P1: Lund' })).toBeVisible();
  });

  await test.step('a file dropped on the sheet is a table there, and no transcript', async () => {
    await page.getByRole('button', { name: 'Import table…' }).click();
    await dropFile(page, join(fixtures, 'people.xlsx'));
    await expect(dialog.getByLabel('Sheet')).toHaveValue('Sessions');
    await dialog.getByRole('radiogroup').getByText('Participants').click();
    await expect(dialog.getByLabel('Sheet')).toHaveValue('Participants');
    await expect(dialog.getByRole('button', { name: '2 changed' })).toBeVisible();
    await dialog.getByRole('button', { name: 'Close table import' }).click();
    await expect(page.getByRole('dialog', { name: 'Import transcripts' })).toBeHidden();
  });

  await test.step('what was asked is ticked by groups and found by words, with the keyboard', async () => {
    await page.getByRole('button', { name: /^Asked in A_P1: 7 of 66 items/ }).click();
    const asked = page.getByRole('dialog', { name: 'Asked in A_P1' });
    await page.keyboard.type('stage 1');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await expect(asked.getByRole('status')).toHaveText('14 of 66 items');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await expectNoSeriousProblem(page);
    await page.keyboard.press('Control+Enter');
    await expect(asked).toBeHidden();
    await expect(page.getByRole('button', { name: 'Asked in A_P1: 13 of 66 items' })).toBeVisible();
    await page.getByRole('button', { name: /^Undo: Change session A_P1/ }).click();
    await expect(page.getByRole('button', { name: 'Asked in A_P1: 7 of 66 items' })).toBeVisible();
  });

  await closeCasebench(running);
  rmSync(folder, { recursive: true, force: true });
});

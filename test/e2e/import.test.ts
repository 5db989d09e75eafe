import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { runCasebench } from '../support/command-line.ts';
import { dropFiles } from '../support/drop-files.ts';
import { closeCasebench, launchCasebench, type RunningCasebench } from '../support/electron-app.ts';
import { readerText, selectPassage, showScreen } from '../support/window.ts';

const fixtures = resolve(import.meta.dirname, '..', 'fixtures', 'import-folder');

let folder: string;
let running: RunningCasebench;
let page: Page;
let dialog: Locator;

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'casebench-import-'));
  const study = join(folder, 'mine.casebench');
  await runCasebench('new', study, '--scheme', 'museum-access', '--coder', 'AB');
  running = await launchCasebench({ args: [study] });
  page = running.page;
  dialog = page.getByRole('dialog', { name: 'Import transcripts' });
  await expect(page.getByRole('contentinfo')).toContainText('0 transcripts');
});

test.afterEach(async () => {
  await closeCasebench(running);
  rmSync(folder, { recursive: true, force: true });
});

test('a folder of forty files is dropped, two speakers are put right, and the import is undone and redone', async () => {
  const material = join(folder, 'material');
  for (const company of ['A', 'B', 'C']) {
    cpSync(join(fixtures, company), join(material, company), { recursive: true });
  }

  await test.step('tells of each file what it is, and of four why they cannot be read', async () => {
    await dropFiles(page, [material]);
    await expect(dialog.getByRole('button', { name: 'Import 36 transcripts' })).toBeVisible();
    await expect(dialog.getByRole('list', { name: 'Problems' }).getByRole('listitem')).toHaveText([
      /P21_empty\.txt.* is empty/,
      /P22_broken-off\.docx.* is damaged/,
      /P23_locked\.pdf.* password/,
      /P24_old-word\.doc.* Word/,
    ]);
    const row = dialog.getByRole('row', { name: 'M1_2021-03-01.vtt' });
    await expect(row.getByLabel('Company of M1_2021-03-01.vtt')).toHaveValue('A');
    await expect(row.getByLabel('Technique of M1_2021-03-01.vtt')).toHaveValue('M');
    await expect(row.getByLabel('Date of M1_2021-03-01.vtt')).toHaveValue('2021-03-01');
    await expectNoSeriousViolations();
  });

  await test.step('merges two spellings by dragging the one on the other', async () => {
    await showFile('P14_2021-02-03.docx');
    await expect(dialog.getByLabel('Who MB is')).toHaveValue('New practitioner');
    await dialog
      .getByRole('button', { name: 'MB', exact: true })
      .dragTo(dialog.getByRole('button', { name: 'Mary Berg', exact: true }));
    await expect(dialog.getByLabel('Who MB is')).toHaveValue('Same as Mary Berg');
  });

  await test.step('shows the turns of the merged speaker', async () => {
    await dialog.getByRole('button', { name: 'Mary Berg', exact: true }).click();
    const turns = dialog.getByRole('listbox', { name: /^Turns of P14/ });
    await expect(turns.getByRole('option')).toHaveCount(4);
    await expect(turns.getByRole('option').nth(3)).toContainText('more often in winter');
    await dialog.getByRole('button', { name: 'Show all turns' }).click();
    await expect(turns.getByRole('option')).toHaveCount(8);
    await expectNoSeriousViolations();
    await turns.getByText('Interviewer', { exact: true }).first().click();
    await expect(turns.getByRole('option')).toHaveCount(4);
    await dialog.getByRole('tab', { name: /^Speakers/ }).click();
  });

  await test.step('says of a doubtful label that it is text', async () => {
    await showFile('P15_2021-02-09.txt');
    await expect(dialog.getByText('Perhaps no speaker')).toBeVisible();
    await choose(dialog.getByLabel('Who Outcome is'), 'No speaker: text of the turn before');
    await expect(dialog.getByText('Perhaps no speaker')).toBeHidden();
  });

  await test.step('asks for the technique of the notes, whose name does not tell it', async () => {
    await dialog.getByRole('button', { name: 'Import 36 transcripts' }).click();
    const technique = dialog.getByLabel('Technique of Notes_2021-03-05.txt');
    await expect(technique).toBeFocused();
    await technique.selectOption('P');
    await expect(dialog.getByText('To settle 0')).toBeVisible();
  });

  await test.step('imports, reports what it could not, and the study has it all', async () => {
    await dialog.getByRole('button', { name: 'Import 36 transcripts' }).click();
    const report = dialog.getByRole('region', { name: 'Report of the import' });
    await expect(report).toContainText('36 transcripts imported; 4 files could not be imported');
    await expect(report.getByRole('button', { name: 'Undo: Import 36 transcripts' })).toBeVisible();
    await report.getByRole('button', { name: 'Copy the report' }).click();
    expect(await running.app.evaluate(({ clipboard }) => clipboard.readText())).toContain(
      '36 transcripts imported',
    );
    await expect(report.getByRole('button', { name: 'Copied' })).toBeVisible();
    await report.getByRole('button', { name: 'Done' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('contentinfo')).toContainText(
      '36 transcripts · 0 codings · 41 practitioners',
    );
    // Of a long list only what is in view is drawn.
    await page.getByRole('textbox', { name: 'Filter transcripts' }).fill('P15');
    await page.getByRole('button', { name: /P15_2021-02-09/ }).click();
    await expect(readerText(page)).toContainText('Outcome: the boat stayed in the harbour.');
  });

  await test.step('takes the whole import back with one undo, and does it again with one redo', async () => {
    await page.getByRole('button', { name: /^Undo: Import 36 transcripts/ }).click();
    await expect(page.getByRole('contentinfo')).toContainText('0 transcripts · 0 codings · 0 practitioners');
    await page.getByRole('button', { name: /^Redo: Import 36 transcripts/ }).click();
    await expect(page.getByRole('contentinfo')).toContainText(
      '36 transcripts · 0 codings · 41 practitioners',
    );
  });
});

test('a file is read in another character set and by a pattern, and shows at once what it is then', async () => {
  // Mac Roman: an umlaut is another sign in every other character set.
  const words = '- P1 - Die Gr\u009a\u00a7e z\u008ahlt.\n- I - Warum?\n- P1 - F\u009fr die F\u008ahre.\n';
  const path = join(folder, 'A_P1_2021-01-18.txt');
  const other = join(folder, 'A_P2_2021-01-19.txt');
  for (const one of [path, other]) writeFileSync(one, Buffer.from(words + one, 'latin1'));
  await dropFiles(page, [path, other]);
  await expect(dialog.getByRole('row', { name: 'A_P1_2021-01-18.txt' })).toBeVisible();

  await test.step('in another character set', async () => {
    await dialog.getByRole('tab', { name: 'Text' }).click();
    await dialog.getByLabel('Character set').selectOption('windows-1252');
    await expect(dialog.getByText('FŸr die FŠhre.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Use for 1 other file' }).click();
    await expect(dialog.getByRole('button', { name: 'Use for 1 other file' })).toBeHidden();
    await dialog.getByLabel('Character set').selectOption({ label: await macRoman() });
    await expect(dialog.getByText('Für die Fähre.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Use for 1 other file' }).click();
    await showFile('A_P2_2021-01-19.txt');
    await expect(dialog.getByText('Für die Fähre.')).toBeVisible();
    await dialog.getByRole('checkbox', { name: 'Import A_P2_2021-01-19.txt' }).click();
    await showFile('A_P1_2021-01-18.txt');
  });

  await test.step('by a pattern, with what is wrong said at its field', async () => {
    await dialog.getByRole('tab', { name: /^Speakers/ }).click();
    await dialog.getByLabel('How speakers are found').selectOption({ label: 'By a pattern' });
    const pattern = dialog.getByLabel('Pattern of the beginning of a turn');
    await pattern.fill('- (?<label>[A-Z');
    await expect(dialog.getByText(/has “\[” without “\]”/).first()).toBeVisible();
    await pattern.fill(String.raw`- (?<label>[A-Z]\d?) -`);
    await expect(dialog.getByRole('tab', { name: 'Speakers 2' })).toBeVisible();
    await expect(dialog.getByLabel('Who P1 is')).toHaveValue('New practitioner');
    await expect(dialog.getByLabel('Who I is')).toHaveValue('Interviewer');
    await dialog.getByRole('tab', { name: 'Turns 3' }).click();
    const turns = dialog.getByRole('listbox', { name: /^Turns of A_P1/ });
    await expect(turns.getByRole('option').first()).toContainText('zählt.');
  });

  await test.step('and is imported so', async () => {
    await dialog.getByRole('button', { name: 'Import 1 transcript' }).click();
    await expect(dialog).toBeHidden();
    await expect(readerText(page)).toContainText('Für die Fähre.');
    await expect(page.getByRole('contentinfo')).toContainText('1 transcript · 0 codings · 1 practitioner');
  });

  async function macRoman(): Promise<string> {
    const options = await dialog.getByLabel('Character set').getByRole('option').allInnerTexts();
    return options.find((option) => /mac/i.test(option) && /roman|western/i.test(option)) ?? '';
  }
});

test('a corrected file becomes a new version, after what happens to the excerpts was shown', async () => {
  mkdirSync(join(folder, 'A'));
  const path = join(folder, 'A', 'P1_2021-02-03.txt');
  const before =
    'I: How do you train?\nP1: We keep every dataset in the cellar.\nI: And then?\nP1: Nobody checks the labels.\n';
  const kept = 'every dataset in the cellar';
  const lost = 'Nobody checks the labels';

  await test.step('imports the first version and codes two passages', async () => {
    writeFileSync(path, before);
    await importFile(path, 'Import 1 transcript');
    for (const passage of [kept, lost]) {
      await selectPassage(page, passage);
      await page.keyboard.type('1.4');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
    }
    await expect(page.getByRole('contentinfo')).toContainText('2 codings');
  });

  await test.step('shows what cannot be kept and waits for a decision', async () => {
    writeFileSync(
      path,
      before.replace('How do you train?', 'How do you all train?').replace(` ${lost}.`, ' Yes.'),
    );
    await dropFiles(page, [path]);
    await expect(dialog.getByText('1 excerpt keeps its words, 1 excerpt cannot be kept.')).toBeVisible();
    // Nothing behind the sheet is undone: below, both codings are still there.
    await dialog.getByRole('row').nth(1).focus();
    await page.keyboard.press('Control+z');
    await dialog.getByRole('button', { name: 'Import 1 transcript' }).click();
    await expect(dialog.getByRole('radio', { name: /^New version of/ })).toBeFocused();
    await dialog.getByRole('radio', { name: /^New version of “.*” \(2 codings\)/ }).click();
    await expect(dialog.getByRole('tabpanel')).toContainText('Cannot be kept');
    await expect(dialog.getByRole('tabpanel')).toContainText(lost);
    await expectNoSeriousViolations();
  });

  await test.step('replaces the text, and the excerpt has moved with its words', async () => {
    await dialog.getByRole('button', { name: 'Import 1 new version, without 1 excerpt' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('contentinfo')).toContainText('1 transcript · 1 coding');
    await expect(readerText(page)).toContainText('How do you all train?');
    await page.getByRole('tab', { name: 'Codings 1' }).click();
    await expect(page.getByRole('tabpanel')).toContainText(kept);
  });

  await test.step('brings the former text and both codings back with one undo', async () => {
    await page.getByRole('button', { name: /^Undo: / }).click();
    await expect(page.getByRole('contentinfo')).toContainText('1 transcript · 2 codings');
    await expect(readerText(page)).toContainText(lost);
  });

  await test.step('takes a correction that loses nothing for a new version by itself', async () => {
    writeFileSync(path, readFileSync(path, 'utf8').replace(' Yes.', ` ${lost}, really.`));
    await importFile(path, 'Import 1 new version');
    await expect(page.getByRole('contentinfo')).toContainText('1 transcript · 2 codings');
    await showScreen(page, 'Transcripts');
    await expect(readerText(page)).toContainText(`${lost}, really.`);
  });
});

test('the table is filled like a spreadsheet, and files with the same label share a session', async () => {
  const names = ['one.txt', 'two.txt', 'three.txt'];
  const paths = names.map((name) => join(folder, name));
  for (const path of paths) writeFileSync(path, `I: Who signs?\nP1: We do, in ${path}.\n`.repeat(4));
  await dropFiles(page, paths);
  await expect(dialog.getByRole('row', { name: 'three.txt' })).toBeVisible();

  await test.step('by a block of cells, pasted at the first company', async () => {
    await paste(dialog.getByLabel('Company of one.txt'), 'A\tP\t2021-02-03\nA\tInterview\t4.2.2021\n');
    await expect(dialog.getByLabel('Technique of two.txt')).toHaveValue('P');
    await expect(dialog.getByLabel('Date of two.txt')).toHaveValue('2021-02-04');
  });

  await test.step('by Enter to the next row and Ctrl+D from the row above', async () => {
    await dialog.getByLabel('Company of two.txt').focus();
    await page.keyboard.press('Enter');
    await expect(dialog.getByLabel('Company of three.txt')).toBeFocused();
    await page.keyboard.press('Control+d');
    await expect(dialog.getByLabel('Company of three.txt')).toHaveValue('A');
  });

  await test.step('for all selected rows at once', async () => {
    await page.keyboard.press('Escape');
    await dialog.getByRole('row', { name: 'one.txt' }).focus();
    await page.keyboard.press('Control+a');
    await expect(dialog.getByText('3 rows selected')).toBeVisible();
    await dialog.getByLabel('Technique for selected rows').selectOption('P');
    await dialog.getByLabel('Session for selected rows').fill('The signing');
    await dialog.getByRole('button', { name: 'Set for all' }).click();
    await expect(dialog.getByLabel('Session of three.txt')).toHaveValue('The signing');
  });

  await test.step('goes to the turns and along them by keys', async () => {
    await dialog.getByRole('row', { name: 'three.txt' }).focus();
    await page.keyboard.press('F6');
    await expect(dialog.getByRole('tab', { name: 'Speakers 2' })).toBeFocused();
    await page.keyboard.press('ArrowRight');
    const turns = dialog.getByRole('listbox', { name: 'Turns of three.txt' });
    await page.keyboard.press('Tab');
    await expect(turns).toBeFocused();
    await expect(turns.getByRole('option')).toHaveCount(8);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(dialog.getByText('Only turns of P1')).toBeVisible();
    await expect(turns.getByRole('option')).toHaveCount(4);
    await expect(turns).toBeFocused();
    await page.keyboard.press('F6');
    await expect(dialog.getByRole('row', { name: 'three.txt' })).toBeFocused();
  });

  await test.step('and makes one session of three files', async () => {
    await dialog.getByRole('button', { name: 'Import 3 transcripts' }).click();
    await expect(dialog).toBeHidden();
    await showScreen(page, 'People');
    await page.getByRole('tab', { name: 'Sessions' }).click();
    await expect(page.getByRole('tabpanel').getByText('The signing')).toHaveCount(1);
  });
});

/** Pastes as a spreadsheet does: its cells as text with tabs. */
async function paste(field: Locator, text: string): Promise<void> {
  await field.focus();
  await field.evaluate((input, copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', copied);
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

async function importFile(path: string, button: string): Promise<void> {
  await dropFiles(page, [path]);
  await dialog.getByRole('button', { name: button, exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** Brings a row of the table into view and shows its details: only rows in view are on the page. */
async function showFile(fileName: string): Promise<void> {
  const row = dialog.getByRole('row', { name: fileName });
  const first = dialog.getByRole('row').nth(1);
  await first.focus();
  await page.keyboard.press('Home');
  for (let step = 0; step < 40 && !(await isChosen(row)); step += 1) await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('complementary', { name: `Details of ${fileName}` })).toBeVisible();
}

async function isChosen(row: Locator): Promise<boolean> {
  return (await row.count()) > 0 && (await row.getAttribute('aria-selected')) === 'true';
}

async function choose(select: Locator, option: string): Promise<void> {
  await select.click();
  await page.getByRole('option', { name: option }).click();
}

/** What axe calls serious or critical keeps somebody from using the window. */
async function expectNoSeriousViolations(): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}

import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { runCasebench } from '../support/command-line.ts';
import { closeCasebench, launchCasebench, type RunningCasebench } from '../support/electron-app.ts';
import { answerDialogs, readerText } from '../support/window.ts';

const commented = resolve(import.meta.dirname, '..', 'fixtures', 'transcripts', 'word-comments.docx');

let folder: string;
let study: string;
let running: RunningCasebench;

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'casebench-memos-'));
  study = join(folder, 'mine.casebench');
  await runCasebench('new', study, '--scheme', 'museum-access', '--coder', 'AB');
});

test.afterEach(async () => {
  await closeCasebench(running);
  rmSync(folder, { recursive: true, force: true });
});

async function openTranscript(name: string): Promise<Page> {
  running = await launchCasebench({ args: [study] });
  const list = running.page.getByRole('navigation', { name: 'Transcripts of the study' });
  await list.getByRole('button', { name: new RegExp(name) }).click();
  await expect(readerText(running.page)).toBeVisible();
  return running.page;
}

test('comments of a Word file are memos beside the text, which lead to their passages and can be changed', async () => {
  const path = join(folder, 'A_P1_2021-02-03.docx');
  copyFileSync(commented, path);
  expect((await runCasebench('import', study, path)).code).toBe(0);
  const page = await openTranscript('A_P1_2021-02-03');
  await page.getByRole('tab', { name: /^Memos \d/ }).click();
  const memos = page.getByRole('list', { name: 'Memos of this transcript' }).getByRole('listitem');
  const before = await memos.count();
  expect(before).toBeGreaterThan(1);

  await test.step('a click on the quote shows the passage', async () => {
    const quote = memos.first().getByTitle('Show the passage');
    const words = (await quote.textContent()) ?? '';
    expect(words).not.toBe('');
    await quote.click();
    await expect(readerText(page)).toContainText(words.split('\n')[0] ?? '');
  });

  await test.step('it opens beside the text, without being changed by that, and is saved while it is written', async () => {
    const item = memos.first().getByTitle('Read and change the memo');
    const former = (await item.textContent()) ?? '';
    await item.click();
    const panel = page.getByRole('region', { name: 'Memos', exact: true });
    const text = panel.getByRole('textbox', { name: /^Memo on / });
    await expect(text).toContainText(former.split('\n')[0] ?? '');
    // Closing saves what was typed: nothing was.
    await panel.getByRole('button', { name: 'Close memos' }).click();
    await item.click();
    await expect(text).toBeVisible();
    await expect(page.getByRole('button', { name: /^Undo: Write memo/ })).toHaveCount(0);
    await text.click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Ask her again in spring.');
    await expect(page.getByRole('button', { name: /^Undo: Write memo on / })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(memos.first()).toContainText('Ask her again in spring.');
  });

  await test.step('a deleted memo comes back by undo', async () => {
    await memos.first().getByTitle('Delete memo').click();
    await expect(memos).toHaveCount(before - 1);
    await page.getByRole('button', { name: /^Undo: Delete memo/ }).click();
    await expect(memos).toHaveCount(before);
    await expect(memos.first()).toContainText('Ask her again in spring.');
  });

  await test.step('nothing of it keeps people with a screen reader out', async () => {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  });
});

test('the former text of a corrected transcript can be read, and each file saved byte for byte', async () => {
  const path = join(folder, 'A_P1_2021-02-03.txt');
  const former =
    'I: Is it open?\r\nP1: We open at nein, every day.\r\nI: Since when?\r\nP1: Since the spring.\r\n';
  writeFileSync(path, former);
  await runCasebench('import', study, path);
  const corrected = former.replace('nein', 'nine');
  writeFileSync(path, corrected);
  expect((await runCasebench('import', study, '--replace', path)).code).toBe(0);
  const page = await openTranscript('A_P1_2021-02-03');
  await expect(readerText(page)).toContainText('We open at nine');

  const menu = page.getByRole('button', { name: 'File and versions of this transcript' });
  await menu.click();
  await page.getByRole('menuitem', { name: /^Version 1, until / }).click();
  const sheet = page.getByRole('dialog', { name: 'A_P1_2021-02-03, version 1' });
  await expect(sheet.getByRole('document')).toContainText('We open at nein, every day.');

  const saved = join(folder, 'saved.txt');
  await answerDialogs(running.app, { save: saved });
  await sheet.getByRole('button', { name: 'Save its file…' }).click();
  await expect.poll(() => readIfThere(saved)).toBe(former);
  await sheet.getByRole('button', { name: 'Close version' }).click();
  await menu.click();
  await page.getByRole('menuitem', { name: 'Save the imported file…' }).click();
  await expect.poll(() => readIfThere(saved)).toBe(corrected);
});

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

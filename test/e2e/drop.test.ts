import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { runCasebench } from '../support/command-line.ts';
import { dropFiles } from '../support/drop-files.ts';
import { closeCasebench, launchCasebench } from '../support/electron-app.ts';

const fixtures = resolve(import.meta.dirname, '..', 'fixtures', 'journey');

test('files dropped on the window are read for import, and one undo takes the import back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'casebench-drop-'));
  const study = join(folder, 'mine.casebench');
  await runCasebench('new', study, '--scheme', 'museum-access', '--coder', 'AB');
  const running = await launchCasebench({ args: [study] });
  const { page } = running;
  await expect(page.getByRole('contentinfo')).toContainText('0 transcripts');
  await dropFiles(page, [join(fixtures, 'A_P1_2021-02-03.txt'), join(fixtures, 'ORIGIN.md')]);
  const dialog = page.getByRole('dialog', { name: 'Import transcripts' });
  await expect(dialog.getByRole('row', { name: /A_P1_2021-02-03/ })).toBeVisible();
  await expect(dialog.getByText('P1', { exact: true }).first()).toBeVisible();
  await dialog.getByRole('checkbox', { name: /ORIGIN\.md/ }).click();
  await dialog.getByRole('button', { name: /^Import 1 transcript/ }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('contentinfo')).toContainText('1 transcript');
  await page.getByRole('button', { name: /^Undo: Import A_P1_2021-02-03/ }).click();
  await expect(page.getByRole('contentinfo')).toContainText('0 transcripts');
  await closeCasebench(running);
  rmSync(folder, { recursive: true, force: true });
});

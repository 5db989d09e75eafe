import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import {
  closeCasebench,
  launchCasebench,
  type RunningCasebench,
  restartCasebench,
} from '../support/electron-app.ts';
import { makeReadingStudy } from '../support/reading-study.ts';
import { showScreen } from '../support/window.ts';

let folder: string;
let study: string;
let running: RunningCasebench;
let page: Page;

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'casebench-coders-'));
  study = await makeReadingStudy(folder);
  running = await launchCasebench({ args: [study] });
  page = running.page;
  await openFirst();
});

test.afterEach(async () => {
  await closeCasebench(running);
  rmSync(folder, { recursive: true, force: true });
});

const transcriptRow = () =>
  page.getByRole('navigation', { name: 'Transcripts of the study' }).getByRole('button', { name: /A_P1_/ });
const openFirst = () => transcriptRow().click();
const badge = () => page.getByRole('button', { name: /coders shown/ });
const choice = (name: string) => page.getByRole('menuitemcheckbox', { name });

test('a coder’s work is hidden in text, lists and counts, and the badge always says so', async () => {
  await expect(badge()).toHaveText('3 of 3 coders shown');
  await expect(transcriptRow()).toContainText('15');
  await badge().click();
  await choice('Cora Dahl').click();
  await expect(badge()).toHaveText('2 of 3 coders shown');
  await expect(page.getByRole('tab', { name: 'Codings 8' })).toBeVisible();
  await expect(transcriptRow()).toContainText('8');
  await expect(page.getByRole('contentinfo')).toContainText('8 codings');
  await expect(page.getByRole('treeitem', { name: /^Pipelines 7/ })).toBeVisible();
  const found = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  await page.getByRole('menuitem', { name: 'Everybody' }).click();
  await expect(badge()).toHaveText('3 of 3 coders shown');
  await expect(page.getByRole('tab', { name: 'Codings 15' })).toBeVisible();
});

test('coding blind shows nothing of the others, after a restart too, and follows who codes', async () => {
  await badge().click();
  await choice('Code blind: hide the others’ work').click();
  await expect(badge()).toHaveText('1 of 3 coders shown, blind');
  await expect(page.getByRole('contentinfo')).toContainText('7 codings');
  // How much the others have coded is not told where one chooses who codes either.
  await expect(page.getByRole('menuitem', { name: /^Cora Dahl/ })).toHaveText('Cora Dahl');
  await expect(choice('Cora Dahl')).toBeDisabled();
  await page.getByRole('menuitem', { name: /^EF/ }).click();
  await expect(page.getByRole('contentinfo')).toContainText('1 coding');
  await expect(page.getByRole('tab', { name: 'Codings 1', exact: true })).toBeVisible();
  await expect(page.getByRole('treeitem', { name: /^Pipelines/ })).not.toContainText('14');

  running = await restartCasebench(running, [study]);
  page = running.page;
  await openFirst();
  await expect(badge()).toHaveText('1 of 3 coders shown, blind');
  await expect(page.getByRole('tab', { name: 'Codings 1', exact: true })).toBeVisible();
});

test('coding blind, one hears nothing of the others in the triangulation either', async () => {
  const claim = page.getByRole('row').filter({ hasText: 'Version data' });
  await showScreen(page, 'Triangulation');
  await expect(claim).toContainText('●○');
  await badge().click();
  await choice('Code blind: hide the others’ work').click();
  await page.keyboard.press('Escape');
  await expect(claim).not.toContainText('○');
  await expect(claim).toContainText('●');
});

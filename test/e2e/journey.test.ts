import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { closeCasebench, launchCasebench, restartCasebench } from '../support/electron-app.ts';
import { answerDialogs, readerText, selectPassage, showScreen } from '../support/window.ts';

const fixtures = resolve(import.meta.dirname, '..', 'fixtures', 'journey');
const files = ['A_P1_2021-02-03.txt', 'A_W6-W8_2021-02-17.md', 'B_W9-W10_2021-02-10.docx'].map((name) =>
  join(fixtures, name),
);

test('a researcher goes from transcripts to the maturity figure and finds everything again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'casebench-journey-'));
  const study = join(folder, 'mine.casebench');
  let running = await launchCasebench();
  let { app, page } = running;

  await test.step('makes a study from the scheme', async () => {
    await answerDialogs(app, { save: study, open: files });
    await page.getByRole('button', { name: 'New study' }).click();
    await page.getByLabel('Name of the study').fill('Three conversations');
    await page.getByLabel('Coder').fill('AB');
    await page.getByRole('button', { name: 'Choose where to save…' }).click();
    await expect(page.getByRole('banner').getByRole('heading', { level: 1 })).toHaveText(
      'Three conversations',
    );
  });

  await test.step('imports a text, a Markdown and a Word file', async () => {
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Import' }).click();
    await page.getByRole('button', { name: 'Import 3 transcripts' }).click();
    await expect(page.getByRole('dialog', { name: 'Import transcripts' })).toBeHidden();
    await expect(page.getByRole('contentinfo')).toContainText('3 transcripts');
  });

  await test.step('says who P1 is: the same person as W6', async () => {
    await showScreen(page, 'People');
    await expect(page.getByRole('contentinfo')).toContainText('6 practitioners');
    const table = page.getByRole('table', { name: 'Practitioners of company A' });
    await table.getByRole('button', { name: 'Role of P1' }).click();
    await table.getByRole('textbox', { name: 'Role of P1' }).fill('Data Engineer');
    await page.keyboard.press('Enter');
    await expect(table).toContainText('Data Engineer');
    await table.getByRole('button', { name: 'Workshop ids of P1' }).click();
    await table.getByRole('textbox', { name: 'Workshop ids of P1' }).fill('W6');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('contentinfo')).toContainText('5 practitioners');
  });

  await test.step('codes two overlapping passages behind an emoji', async () => {
    await showScreen(page, 'Transcripts');
    await page.getByRole('button', { name: /A_P1_2021-02-03/ }).click();
    await selectPassage(page, 'We version every data set in Artifactory');
    await page.getByRole('radio', { name: 'in place', exact: true }).click();
    await page.keyboard.type('version data');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('tab', { name: 'Codings 1' })).toBeVisible();
    await selectPassage(page, 'data set in Artifactory since autumn');
    await page.keyboard.type('1.4');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('tab', { name: 'Codings 2' })).toBeVisible();
    await page.getByRole('tab', { name: 'Codings 2' }).click();
    await expect(page.getByRole('tabpanel')).toContainText('We version every data set in Artifactory');
    await expect(page.getByRole('tabpanel')).toContainText('data set in Artifactory since autumn');
  });

  await test.step('undoes before a restart and redoes after it', async () => {
    await readerText(page).click();
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('tab', { name: 'Codings 1' })).toBeVisible();
    running = await restartCasebench(running, [study]);
    ({ app, page } = running);
    await page.getByRole('button', { name: /A_P1_2021-02-03/ }).click();
    await expect(page.getByRole('tab', { name: 'Codings 1' })).toBeVisible();
    await page.getByRole('button', { name: /^Redo: Code 1\.4/ }).click();
    await expect(page.getByRole('tab', { name: 'Codings 2' })).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('tab', { name: 'Codings 1' })).toBeVisible();
    await page.keyboard.press('Control+Shift+z');
    await expect(page.getByRole('tab', { name: 'Codings 2' })).toBeVisible();
  });

  await test.step('triangulates: a number opens its excerpts, an excerpt its place', async () => {
    await showScreen(page, 'Triangulation');
    await page
      .getByRole('button', { name: /^Company A, D5 Version data, Interview: 1 practitioner, in place/ })
      .click();
    await page.getByRole('button', { name: /We version every data set in Artifactory/ }).click();
    await expect(readerText(page)).toContainText('Before that it was chaos');
    await page.getByRole('button', { name: 'Close evidence' }).click();
    await expect(page.getByRole('tab', { name: 'Coding', exact: true })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await expect(page.getByRole('tabpanel')).toContainText('D5');
  });

  await test.step('rates a precondition on the excerpt, with a rationale', async () => {
    await showScreen(page, 'Maturity');
    await page.getByRole('button', { name: /^1\.4 / }).click();
    const tick = page.getByRole('checkbox', { name: /data set in Artifactory since autumn/ });
    await tick.click();
    await expect(tick).toBeChecked();
    await page.getByRole('button', { name: /^Rate L/ }).click();
    await page.getByRole('textbox', { name: 'Rationale' }).fill('One person says so; nobody objects.');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('button', { name: /^1\.4 .*largely achieved/ })).toBeVisible();
  });

  await test.step('places the company and exports figure and case mapping', async () => {
    await page.getByRole('tab', { name: 'Placement' }).click();
    const company = page.getByRole('region', { name: 'Company A' });
    await company.getByRole('button', { name: 'between stages 0 and 1' }).click();
    await company.getByRole('textbox', { name: 'Rationale' }).fill('On the way to stage 1.');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('tab', { name: 'Figure' }).click();
    await expect(
      page.getByRole('button', { name: /^Company A, between stages 0 and 1/ }).first(),
    ).toBeVisible();
    for (const format of ['svg', 'pdf', 'png']) await exportFigure(format);
    await exportMapping();
  });

  await test.step('closes, reopens, and finds everything', async () => {
    await running.app.close();
    expect(readdirSync(folder).filter((name) => name.startsWith('mine'))).toEqual(['mine.casebench']);
    running = await launchCasebench({ userData: running.userData });
    ({ app, page } = running);
    await page
      .getByRole('region', { name: 'Recent studies' })
      .getByRole('button', { name: /Three conversations/ })
      .first()
      .click();
    await expect(page.getByRole('contentinfo')).toContainText('3 transcripts · 2 codings · 5 practitioners');
    await showScreen(page, 'Maturity');
    await expect(page.getByRole('button', { name: /^1\.4 .*largely achieved/ })).toBeVisible();
    await page.getByRole('tab', { name: 'Figure' }).click();
    await expect(
      page.getByRole('button', { name: /^Company A, between stages 0 and 1/ }).first(),
    ).toBeVisible();
  });

  await closeCasebench(running);
  rmSync(folder, { recursive: true, force: true });

  async function exportFigure(format: string): Promise<void> {
    const path = join(folder, `placement.${format}`);
    await answerDialogs(app, { save: path });
    await page.getByRole('button', { name: 'Export figure' }).click();
    await page.getByRole('menuitem', { name: new RegExp(format, 'i') }).click();
    await expect.poll(() => existsSync(path)).toBe(true);
    const begins = { svg: '<?xml', pdf: '%PDF', png: '\u0089PNG' }[format] ?? '';
    expect(readFileSync(path, 'latin1').startsWith(begins)).toBe(true);
  }

  async function exportMapping(): Promise<void> {
    const path = join(folder, 'mapping.json');
    await answerDialogs(app, { save: path });
    await page.getByRole('button', { name: 'Export case mapping' }).click();
    await page.getByRole('menuitem', { name: /JSON/ }).click();
    await expect.poll(() => existsSync(path)).toBe(true);
    const mapping = JSON.parse(readFileSync(path, 'utf8'));
    expect(mapping.companies[0]).toMatchObject({ label: 'A', placement: 0.5, ratings: { '1.4': 'L' } });
    expect(mapping.companies[0].evidence['1.4'].excerpts[0].quote).toBe(
      'data set in Artifactory since autumn',
    );
  }
});

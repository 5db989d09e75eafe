import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { closeCasebench, launchCasebench } from '../support/electron-app.ts';
import { makeReadingStudy } from '../support/reading-study.ts';

test('look', async () => {
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'casebench-look-'));
  const study = await makeReadingStudy(folder);
  const running = await launchCasebench({ args: [study] });
  const { page } = running;
  page.on('console', (m) => console.log(m.type(), m.text()));
  page.on('pageerror', (m) => console.log(m));
  const shot = async (name: string) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.waitForTimeout(500);
    await page.screenshot({ path: `/tmp/t/look-${name}-light.png` });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.waitForTimeout(500);
    await page.screenshot({ path: `/tmp/t/look-${name}-dark.png` });
    await page.emulateMedia({ colorScheme: 'light' });
  };
  try {
    await page.getByRole('button', { name: /A_P1_2021/ }).click();
    await page.waitForTimeout(500);
    await shot('one');
    await page.getByRole('button', { name: 'Codings', exact: true }).click();
    await page.getByRole('dialog').getByText('Status', { exact: true }).click();
    await page.getByText('Only some codes').click();
    await page.waitForTimeout(300);
    await page.screenshot({ path: '/tmp/t/look-menu.png' });
    await page.getByText('All codings').click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /A_P2_2021/ }).click({ modifiers: ['Control'] });
    await page.waitForTimeout(500);
    await shot('two');
    await page.keyboard.press('Control+f');
    await page.keyboard.type('version');
    await page.waitForTimeout(500);
    await page.screenshot({ path: '/tmp/t/look-find.png' });
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /coders shown/ }).click();
    await page.waitForTimeout(300);
    await page.screenshot({ path: '/tmp/t/look-coders.png' });
    await page.keyboard.press('Escape');
    await page.keyboard.press('F6');
    await page.getByRole('region', { name: 'Reader, left' }).getByRole('button', { name: 'Text' }).click();
    await page.getByText('Paragraphs').click();
    await page.getByText('Sans serif').click();
    await page.getByRole('button', { name: 'Larger text' }).click();
    await page.waitForTimeout(300);
    await page.screenshot({ path: '/tmp/t/look-text.png' });
  } catch (error) {
    await page.screenshot({ path: '/tmp/t/look-fail.png' });
    throw error;
  } finally {
    await closeCasebench(running);
  }
});

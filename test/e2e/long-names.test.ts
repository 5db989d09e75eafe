import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { runCasebench } from '../support/command-line.ts';
import { closeCasebench, launchCasebench, type RunningCasebench } from '../support/electron-app.ts';

/** As long as a label may be. */
const company = 'VereinigteLandmaschinenwerkeOberpfalzAG';
const people = `participant,practitioner,company,role\nP1,One,${company},Engineer\nP2,Two,${company},Engineer\n`;
const hebrew = 'שלום עולם זה משפט שלם.';
let folder: string;
let running: RunningCasebench;
let page: Page;

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'casebench-names-'));
  const study = join(folder, 'mine.casebench');
  const texts = join(folder, 'texts');
  mkdirSync(texts);
  for (const id of ['P1', 'P2']) {
    writeFileSync(
      join(texts, `${company}_${id}_2021-02-03.txt`),
      `I: Why?\n${id}: Because.\n${id}: ${hebrew}\n`,
    );
  }
  writeFileSync(join(folder, 'people.csv'), people);
  await runCasebench('new', study, '--scheme', 'mlops-maturity-2021', '--coder', 'AB');
  await runCasebench('apply', study, '--participants', join(folder, 'people.csv'));
  await runCasebench('import', study, texts);
  running = await launchCasebench({ args: [study] });
  page = running.page;
  await page.setViewportSize({ width: 1100, height: 800 });
});

test.afterEach(async () => {
  await closeCasebench(running);
  rmSync(folder, { recursive: true, force: true });
});

const list = () => page.getByRole('navigation', { name: 'Transcripts of the study' });
const row = (id: string) => list().getByRole('button', { name: new RegExp(`_${id}_`) });
const right = async (name: string) => {
  const box = await page.getByRole('region', { name, exact: true }).boundingBox();
  return (box?.x ?? 0) + (box?.width ?? 0);
};

test('a long name takes no room from the rows beneath it, nor from the buttons beside it', async () => {
  const heading = await list().getByRole('heading', { level: 3 }).boundingBox();
  const first = await row('P1').boundingBox();
  expect((heading?.y ?? 0) + (heading?.height ?? 0)).toBeLessThanOrEqual((first?.y ?? 0) + 1);
  await row('P1').click();
  await row('P2').focus();
  await page.keyboard.press('Control+Enter');
  for (const side of ['Reader, left', 'Reader, right']) {
    const pane = page.getByRole('region', { name: side, exact: true });
    const menu = await pane
      .getByRole('button', { name: 'File and versions of this transcript' })
      .boundingBox();
    expect((menu?.x ?? 0) + (menu?.width ?? 0)).toBeLessThanOrEqual(await right(side));
  }
});

test('a turn that is written from right to left begins at the right', async () => {
  await row('P1').click();
  const edges = await page.getByText(hebrew).evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return { words: range.getBoundingClientRect().right, turn: element.getBoundingClientRect().right };
  });
  expect(Math.abs(edges.words - edges.turn)).toBeLessThan(2);
});

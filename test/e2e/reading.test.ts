import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { closeCasebench, launchCasebench, type RunningCasebench } from '../support/electron-app.ts';
import { makeReadingStudy, sayingOf } from '../support/reading-study.ts';
import { readerText, selectPassage } from '../support/window.ts';

let folder: string;
let running: RunningCasebench;
let page: Page;

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'casebench-reading-'));
  running = await launchCasebench({ args: [await makeReadingStudy(folder)] });
  page = running.page;
  await row('P1').click();
  await expect(readerText(page)).toBeVisible();
});

test.afterEach(async () => {
  await closeCasebench(running);
  rmSync(folder, { recursive: true, force: true });
});

const row = (participant: string) =>
  page
    .getByRole('navigation', { name: 'Transcripts of the study' })
    .getByRole('button', { name: new RegExp(`A_${participant}_2021`) });
const pane = (side: 'left' | 'right') => page.getByRole('region', { name: `Reader, ${side}` });
const stripes = (within: Page | Locator = page) =>
  within.getByRole('region', { name: 'Stripes' }).getByRole('button');

/** The names of the highlights that paint something. */
const highlightNames = () => page.evaluate(() => [...CSS.highlights.keys()].sort());

/** The words that one highlight paints. */
const wordsOf = (name: string) =>
  page.evaluate((key) => {
    return [...(CSS.highlights.get(key) ?? [])].map(
      ({ startContainer, startOffset, endContainer, endOffset }) => {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        return range.toString();
      },
    );
  }, name);

const scrollTop = (root: Locator) =>
  root.evaluate((text) => text.parentElement?.parentElement?.scrollTop ?? Number.NaN);

async function scrollTo(root: Locator, top: number): Promise<void> {
  await root.evaluate((text, pixels) => {
    const scroller = text.parentElement?.parentElement;
    if (scroller) scroller.scrollTop = pixels;
  }, top);
}

/** Chooses one of the segments of an open menu; its radio button itself is not seen. */
const choose = (name: string) => page.getByRole('dialog').getByText(name, { exact: true }).click();

/** What the style sheet draws before a piece of the text, such as its number. */
const drawnBefore = (selector: string) =>
  readerText(page)
    .locator(selector)
    .first()
    .evaluate((element) => getComputedStyle(element, '::before').content);

test('the text grows by button and key, changes its letters and lines, and its numbers can be had and left', async () => {
  const sizeOf = () =>
    readerText(page).evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize));
  const before = await sizeOf();
  await page.getByRole('button', { name: 'Text', exact: true }).click();
  await page.getByRole('button', { name: 'Larger text' }).click();
  await expect.poll(sizeOf).toBeGreaterThan(before);
  await choose('Sans serif');
  await choose('Paragraphs');
  await expect.poll(() => drawnBefore('[data-paragraph]')).toBe('"1"');
  await choose('None');
  await expect.poll(() => drawnBefore('[data-paragraph]')).toBe('none');
  await expect.poll(() => drawnBefore('[data-number]')).toBe('none');
  const label = stripes().filter({ hasText: 'D6' }).first();
  await expect(label).toBeVisible();
  await page.getByRole('switch', { name: 'Names of codes beside the stripes' }).click({ force: true });
  await expect(stripes().filter({ hasText: 'D6' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Alt+Minus');
  await expect.poll(sizeOf).toBe(before);
  const family = await readerText(page).evaluate((text) => getComputedStyle(text).fontFamily);
  expect(family).toContain('Source Sans');
});

test('codings are coloured by code, status or coder, and only some of them can be shown', async () => {
  await expect
    .poll(highlightNames)
    .toEqual(
      expect.arrayContaining([
        'casebench-depth-2',
        'casebench-depth-3',
        'casebench-pipeline-0',
        'casebench-stage-2',
      ]),
    );
  expect(await wordsOf('casebench-depth-3')).toEqual(['answer 1 that every data set has a version']);

  await page.getByRole('button', { name: 'Codings', exact: true }).click();
  await choose('Status');
  const legend = page.getByRole('list', { name: 'What the colours mean' });
  await expect(legend).toContainText('not in place');
  expect(await wordsOf('casebench-status-3')).toEqual(['answer 1 that every data set has a version']);
  await choose('Coder');
  await expect(legend).toContainText('Cora Dahl');
  await expect(stripes().filter({ hasText: 'CD' }).first()).toBeVisible();

  await page.getByRole('radio', { name: 'Only mine' }).check();
  await expect(page.getByRole('button', { name: '7 of 15 shown' })).toBeVisible();
  await expect.poll(() => wordsOf('casebench-coder-1')).toEqual([]);
  await page.getByRole('radio', { name: 'Only some codes' }).check();
  await page.getByRole('combobox', { name: 'Codes to show' }).click();
  await page.getByRole('option', { name: /^2\.11/ }).click();
  await expect(page.getByRole('button', { name: '1 of 15 shown' })).toBeVisible();
  await expect(stripes()).toHaveCount(1);
});

test('words are found whatever their accents, counted, gone through by key, and the hit is selected for coding', async () => {
  await readerText(page).focus();
  await page.keyboard.press('Control+f');
  const bar = page.getByRole('search', { name: 'Find in transcript' });
  await page.keyboard.type('cafe');
  await expect(bar.getByRole('status')).toHaveText('1 of 2');
  await expect.poll(() => wordsOf('casebench-found')).toEqual(['Cafe\u0301', 'café']);
  await page.keyboard.press('Enter');
  await expect(bar.getByRole('status')).toHaveText('2 of 2');
  await page.keyboard.press('F3');
  await page.keyboard.press('Shift+Enter');
  await expect.poll(() => wordsOf('casebench-found-here')).toEqual(['café']);
  await bar.getByRole('checkbox', { name: 'Match case' }).check();
  await expect(bar.getByRole('status')).toHaveText('Not found');
  await bar.getByRole('checkbox', { name: 'Match case' }).uncheck();
  await bar.getByRole('textbox').fill('talk');
  await expect(bar.getByRole('status')).toHaveText('1 of 1');
  await bar.getByRole('textbox').press('Escape');
  await expect(bar).toBeHidden();
  await expect.poll(() => wordsOf('casebench-passage')).toEqual(['talk']);
  await page.keyboard.press('c');
  await page.keyboard.type('D9');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Codings 16' })).toBeVisible();
});

test('two transcripts stand side by side, each is coded after it was clicked, and closing one leaves the other', async () => {
  await row('P2').click({ modifiers: ['Control'] });
  await expect(readerText(page)).toHaveCount(2);
  await expect(pane('right')).toHaveAttribute('aria-current', 'true');
  // What is painted in the pane to the left stays there while the other one is read.
  await expect.poll(() => wordsOf('casebench-stage-2')).toHaveLength(1);
  await expect(stripes(pane('left')).first()).toBeVisible();

  await selectIn(pane('right'), sayingOf('P2', 2));
  await page.keyboard.type('D9');
  await page.keyboard.press('Enter');
  await expect(stripes(pane('right'))).toHaveCount(1);
  await page.keyboard.press('F6');
  await expect(pane('left')).toHaveAttribute('aria-current', 'true');
  await expect(page.getByRole('tab', { name: 'Codings 15' })).toBeVisible();
  await selectIn(pane('left'), sayingOf('P1', 2));
  await page.keyboard.type('D9');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Codings 16' })).toBeVisible();
  await expect(stripes(pane('right'))).toHaveCount(1);

  const found = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  await page.getByRole('button', { name: 'Close A_P1_2021-02-03' }).click();
  await expect(readerText(page)).toHaveCount(1);
  await expect(page.getByRole('textbox', { name: 'Text of A_P2_2021-02-04' })).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(readerText(page)).toHaveCount(2);
});

test('the way back leads to the very place that was left, by key and by the buttons of the mouse', async () => {
  const text = readerText(page);
  await scrollTo(text, 1500);
  await expect.poll(() => scrollTop(text)).toBe(1500);
  await page.waitForTimeout(100);
  await row('P2').click();
  await expect(page.getByRole('textbox', { name: 'Text of A_P2_2021-02-04' })).toBeVisible();
  await scrollTo(text, 300);
  await page.waitForTimeout(100);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByRole('textbox', { name: 'Text of A_P1_2021-02-03' })).toBeVisible();
  await expect.poll(() => scrollTop(text)).toBe(1500);

  // A passage of the same transcript, and back: the place, not the passage.
  await page.getByRole('treeitem', { name: /^Pipelines/ }).waitFor();
  await page.getByRole('tab', { name: 'Codings 15' }).click();
  await mouseButton(4);
  await expect(page.getByRole('textbox', { name: 'Text of A_P2_2021-02-04' })).toBeVisible();
  await expect.poll(() => scrollTop(text)).toBe(300);
  await mouseButton(3);
  await expect(page.getByRole('textbox', { name: 'Text of A_P1_2021-02-03' })).toBeVisible();
  await expect.poll(() => scrollTop(text)).toBe(1500);
});

test('the map beside the text shows where it is coded and goes where it is clicked', async () => {
  const map = page.locator('[data-minimap]');
  const painted = () =>
    map
      .locator('canvas')
      .first()
      .evaluate((canvas) => {
        if (!(canvas instanceof HTMLCanvasElement)) return 0;
        const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        return pixels.filter((value, index) => index % 4 === 3 && value > 0).length;
      });
  await expect.poll(painted).toBeGreaterThan(50);
  const box = await map.boundingBox();
  if (!box) throw new Error('The map is not drawn.');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height * 0.6);
  await expect.poll(() => scrollTop(readerText(page))).toBeGreaterThan(1000);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height * 0.6);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + 4, { steps: 3 });
  await page.mouse.up();
  await expect.poll(() => scrollTop(readerText(page))).toBe(0);
});

/** Playwright presses only three buttons. */
async function mouseButton(button: 3 | 4): Promise<void> {
  await page.evaluate(
    (which) => document.body.dispatchEvent(new MouseEvent('mouseup', { button: which, bubbles: true })),
    button,
  );
}

/** Selects words with the mouse in one of two panes. */
async function selectIn(within: Locator, passage: string): Promise<void> {
  await selectPassage(page, passage, within.getByRole('textbox', { name: /^Text of / }));
}

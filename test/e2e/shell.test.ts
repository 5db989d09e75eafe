import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import {
  closeCasebench,
  launchCasebench,
  type RunningCasebench,
  restartCasebench,
} from '../support/electron-app.ts';
import { showScreen } from '../support/window.ts';

let running: RunningCasebench;
let folder: string;

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'casebench-shell-'));
  running = await launchCasebench();
  await expect(running.page.getByRole('heading', { level: 1, name: 'Casebench' })).toBeVisible();
});

test.afterEach(() => closeCasebench(running));

/** Lets the next dialogs of the operating system answer with this path. */
async function answerDialogs(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, path);
}

async function makeStudy(name: string, path: string): Promise<void> {
  const { app, page } = running;
  await answerDialogs(app, path);
  await page.getByRole('button', { name: 'New study' }).click();
  await page.getByLabel('Name of the study').fill(name);
  await page.getByLabel('Coder').fill('Mira');
  await page.getByRole('button', { name: 'Choose where to save…' }).click();
  await expectStudy(page, name);
}

async function expectStudy(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('banner').getByRole('heading', { level: 1 })).toHaveText(name);
  await expect(page.getByRole('contentinfo')).toContainText('transcripts');
}

async function addCoder(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Coder:/ }).click();
  await page.getByRole('menuitem', { name: 'Add coder…' }).click();
  await page.getByLabel('Name of the coder').fill(name);
  await page.getByRole('button', { name: 'Add coder', exact: true }).click();
  await expect(page.getByRole('button', { name: `Coder: ${name}` })).toBeVisible();
}

/** The environment of a start by hand, without the variable that would turn Electron into Node. */
function runtimeEnv(): NodeJS.ProcessEnv {
  const { ELECTRON_RUN_AS_NODE: _node, ...env } = process.env;
  return env;
}

const titles = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.getTitle()));

/**
 * Keeps the labels of the Edit menu each time the window gets a menu bar, because Electron tells nobody which one a
 * window has. Returns a function that reads them.
 */
async function watchEditMenu(app: ElectronApplication): Promise<() => Promise<string[]>> {
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) throw new Error('There is no window.');
    const setMenu = window.setMenu.bind(window);
    window.setMenu = (menu) => {
      const edit = menu?.items.find(({ label }) => label === '&Edit');
      const labels = edit?.submenu?.items.map(({ label }) => label) ?? [];
      Object.assign(globalThis, { editLabels: labels });
      setMenu(menu);
    };
  });
  return () => app.evaluate(() => Reflect.get(globalThis, 'editLabels'));
}

test('the first window offers the three ways to a study and says what the program is for', async () => {
  const { page } = running;
  await expect(page.getByRole('heading', { level: 1, name: 'Casebench' })).toBeVisible();
  for (const name of ['New study', 'Open…', 'Open the sample study']) {
    await expect(page.getByRole('button', { name })).toBeVisible();
  }
  await expect(page.getByText('every claim traceable')).toBeVisible();
});

test('a new study is made where the person says, and can be found again after a restart', async () => {
  const path = join(folder, 'Pilot.casebench');
  await makeStudy('Pilot study', path);
  expect(existsSync(path)).toBe(true);
  expect(await titles(running.app)).toEqual(['Pilot study – Casebench']);
  running = await restartCasebench(running);
  await running.page.getByRole('button', { name: 'Open Pilot study' }).click();
  await expectStudy(running.page, 'Pilot study');
});

test('closing a study leaves its one file and nothing beside it', async () => {
  const path = join(folder, 'Tidy.casebench');
  await makeStudy('Tidy', path);
  await addCoder(running.page, 'Second coder');
  running = await restartCasebench(running);
  expect(readdirSync(folder)).toEqual(['Tidy.casebench']);
});

test('a name without the ending of studies gets it', async () => {
  await makeStudy('Short', join(folder, 'short'));
  expect(existsSync(join(folder, 'short.casebench'))).toBe(true);
});

test('mistakes in a scheme file are listed one by one, and no study takes the place of a former one', async () => {
  const { app, page } = running;
  const scheme = join(folder, 'broken.yaml');
  writeFileSync(scheme, 'id: broken\nversion: "1"\nname: Broken\npipelines: none\ncolour: red\n');
  await answerDialogs(app, scheme);
  await page.getByRole('button', { name: 'New study' }).click();
  await page.getByLabel('Name of the study').fill('Never');
  await page.getByRole('radio', { name: 'A scheme file of your own…' }).click();
  await expect(page.getByText(scheme)).toBeVisible();
  const target = join(folder, 'never.casebench');
  writeFileSync(target, 'the study of last year');
  await answerDialogs(app, target);
  await page.getByLabel('Coder').fill('Mira');
  await page.getByRole('button', { name: 'Choose where to save…' }).click();
  const alert = page.getByRole('alert').filter({ hasText: 'The study was not made' });
  await expect(alert).toContainText('broken.yaml, line 4');
  await expect(alert).toContainText('colour');
  expect(readFileSync(target, 'utf8')).toBe('the study of last year');
});

test('the command line opens a study', async () => {
  const path = join(folder, 'Named.casebench');
  await makeStudy('Named on the command line', path);
  running = await restartCasebench(running, [path]);
  await expectStudy(running.page, 'Named on the command line');
});

test('a second start hands its study over to the program that runs', async () => {
  const path = join(folder, 'Handed.casebench');
  await makeStudy('Handed over', path);
  running = await restartCasebench(running);
  const [program, ...given] = running.app.process().spawnargs;
  const own = given.filter((word) => !word.startsWith('--inspect') && !word.startsWith('--remote-debugging'));
  const second = spawn(program ?? '', [...own, path], { stdio: 'ignore', env: runtimeEnv() });
  await expectStudy(running.page, 'Handed over');
  await expect.poll(() => second.exitCode).toBe(0);
});

test('a study that is not there is told on the welcome window', async () => {
  running = await restartCasebench(running, [join(folder, 'gone.casebench')]);
  await expect(running.page.getByRole('alert')).toContainText('gone.casebench');
  await expect(running.page.getByRole('button', { name: 'New study' })).toBeVisible();
});

test('a file that is no study is refused with a sentence', async () => {
  const { app, page } = running;
  const path = join(folder, 'letter.casebench');
  writeFileSync(path, 'Dear colleague, this is a letter and no study at all.');
  await answerDialogs(app, path);
  await page.keyboard.press('ControlOrMeta+o');
  await expect(page.getByRole('alert')).toContainText('letter.casebench');
});

test('one study is open in one window', async () => {
  const first = join(folder, 'First.casebench');
  await makeStudy('First', first);
  const { app, page } = running;
  await answerDialogs(app, first);
  await page.keyboard.press('ControlOrMeta+o');
  await page.waitForTimeout(800);
  expect(app.windows()).toHaveLength(1);
  const opened = app.waitForEvent('window');
  await answerDialogs(app, join(folder, 'Second.casebench'));
  await page.keyboard.press('ControlOrMeta+n');
  await page.getByLabel('Name of the study').fill('Second');
  await page.getByRole('button', { name: 'Choose where to save…' }).click();
  await expectStudy(await opened, 'Second');
  await expectStudy(page, 'First');
  expect((await titles(app)).sort()).toEqual(['First – Casebench', 'Second – Casebench']);
});

test('undo names the step, in the menu too, and a key undoes it', async () => {
  await makeStudy('Undoing', join(folder, 'Undoing.casebench'));
  const { app, page } = running;
  const readEditMenu = await watchEditMenu(app);
  await addCoder(page, 'Jan');
  await expect(page.getByRole('button', { name: /^Undo: .*Jan/ })).toBeEnabled();
  expect((await readEditMenu())[0]).toMatch(/^Undo .*Jan/);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByRole('contentinfo').getByRole('status')).toContainText('Undone');
  await expect(page.getByRole('button', { name: 'Coder: Mira' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(page.getByRole('button', { name: /^Undo: .*Jan/ })).toBeEnabled();
});

test('while somebody types, undo undoes the typing and not the study', async () => {
  await makeStudy('Typing', join(folder, 'Typing.casebench'));
  const { page } = running;
  await addCoder(page, 'Jan');
  await page.getByRole('button', { name: /^Coder:/ }).click();
  await page.getByRole('menuitem', { name: 'Add coder…' }).click();
  const field = page.getByLabel('Name of the coder');
  await field.pressSequentially('Kim');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(field).not.toHaveValue('Kim');
  await expect(page.getByRole('button', { name: /^Undo: .*Jan/ })).toBeEnabled();
});

test('what is being typed is saved when the window is closed', async () => {
  const path = join(folder, 'Half a sentence.casebench');
  await makeStudy('Half a sentence', path);
  await showScreen(running.page, 'People');
  await running.page.getByRole('button', { name: 'Add company' }).click();
  await running.page.getByRole('textbox', { name: 'Label' }).fill('A');
  await running.page.getByRole('textbox', { name: 'Name' }).fill('Telecommunications');
  await running.page.keyboard.press('Enter');
  await showScreen(running.page, 'Maturity');
  await running.page.getByRole('textbox', { name: 'Rationale' }).pressSequentially('Two people say so');
  running = await restartCasebench(running, [path]);
  await showScreen(running.page, 'Maturity');
  await expect(running.page.getByRole('textbox', { name: 'Rationale' })).toHaveValue('Two people say so');
});

test('saving under another name goes on in the new file and leaves the former as it was', async () => {
  const former = join(folder, 'Former.casebench');
  const copy = join(folder, 'Copy.casebench');
  await makeStudy('Copied', former);
  const { app, page } = running;
  await answerDialogs(app, copy);
  await page.keyboard.press('ControlOrMeta+Shift+s');
  await expect(page.getByText('Saved as a new study')).toBeVisible();
  await addCoder(page, 'Only in the copy');
  running = await restartCasebench(running, [former]);
  await expectStudy(running.page, 'Copied');
  await running.page.getByRole('button', { name: 'Coder: Mira' }).click();
  await expect(running.page.getByRole('menuitem', { name: /Mira/ })).toBeVisible();
  await expect(running.page.getByRole('menuitem', { name: /Only in the copy/ })).toHaveCount(0);
  running = await restartCasebench(running, [copy]);
  await running.page.getByRole('button', { name: /^Coder:/ }).click();
  await expect(running.page.getByRole('menuitem', { name: /Only in the copy/ })).toBeVisible();
});

test('when the service of a study dies the window says so and opens the study again', async () => {
  await makeStudy('Mortal', join(folder, 'Mortal.casebench'));
  const { app, page } = running;
  await addCoder(page, 'Jan');
  await app.evaluate(({ app: program }) => {
    const service = program.getAppMetrics().find(({ name }) => name === 'Casebench study');
    if (service) process.kill(service.pid, 'SIGKILL');
  });
  const dialog = page.getByRole('dialog', { name: 'The study has to be opened again' });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Reopen the study' }).click();
  await expectStudy(page, 'Mortal');
  await page.getByRole('button', { name: /^Coder:/ }).click();
  await expect(page.getByRole('menuitem', { name: /Jan/ })).toBeVisible();
});

test('keys lead from screen to screen and back', async () => {
  await makeStudy('Keys', join(folder, 'Keys.casebench'));
  const { page } = running;
  const current = page.getByRole('navigation', { name: 'Screens' }).locator('[aria-current=page]');
  await expect(current).toHaveText('Transcripts');
  for (const [index, screen] of ['Transcripts', 'People', 'Triangulation', 'Maturity'].entries()) {
    await page.keyboard.press(`ControlOrMeta+${index + 1}`);
    await expect(current).toHaveText(screen);
  }
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(current).toHaveText('Triangulation');
  await page.keyboard.press('Alt+ArrowRight');
  await expect(current).toHaveText('Maturity');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
});

test('a checker finds no faults of accessibility in the first window and the frame', async () => {
  const { page } = running;
  const check = async (part: string) => {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().include(part).analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  };
  for (const theme of ['Light', 'Dark']) {
    await page.getByRole('button', { name: 'Theme' }).click();
    await page.getByRole('menuitem', { name: theme }).click();
    await expect(page.getByRole('menu')).toHaveCount(0);
    expect(await check('body'), theme).toEqual([]);
  }
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.waitForTimeout(400);
  expect(await check('[role=dialog]')).toEqual([]);
  await page.keyboard.press('Escape');
  await makeStudy('Accessible', join(folder, 'Accessible.casebench'));
  for (const part of ['header', 'nav', 'footer']) expect(await check(part), part).toEqual([]);
});

test('the theme is kept over a restart', async () => {
  const { page } = running;
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('menuitem', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  running = await restartCasebench(running);
  await expect(running.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
});

test('the sample study opens with its transcripts, and is listed as recent', async () => {
  test.slow();
  const { page } = running;
  await page.getByRole('button', { name: 'Open the sample study' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('13 transcripts', { timeout: 60_000 });
  running = await restartCasebench(running);
  const recent = running.page.getByRole('region', { name: 'Recent studies' });
  await expect(recent.getByRole('button', { name: /^Open Sample study/ })).toBeVisible();
  await recent.getByRole('button', { name: /^Remove Sample study/ }).click();
  await expect(recent.getByRole('button', { name: /^Open Sample study/ })).toHaveCount(0);
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { runCasebench } from '../support/command-line.ts';
import { closeCasebench, launchCasebench, type RunningCasebench } from '../support/electron-app.ts';
import { readerText, showScreen } from '../support/window.ts';

/** P1 and W1 are one person in company A, P2 is another one in company B. */
const transcripts = {
  'A_P1_2021-02-03.txt': [
    'I: How do you label?',
    'P1: We label by hand. It is slow work.',
    'I: And then?',
    'P1: Then we train at night.',
    'P1: Nobody trusts the model.',
  ],
  'A_W1_2021-02-10.txt': ['I: And here?', 'W1: Labels come from hand work.', 'W1: We train weekly.'],
  'B_P2_2021-03-01.txt': ['I: And you?', 'P2: Labels are made by hand.'],
};
const people = [
  'participant,practitioner,company,company_name,role,seniority',
  'P1,Ann,A,Alpha,Engineer,',
  'W1,Ann,A,Alpha,Engineer,',
  'P2,Ben,B,Beta,Manager,',
];
const codings = [
  'id,transcript,quote,code,coder,status,evidence,comment',
  '1,A_P1_2021-02-03.txt,We label by hand,open: hand,AB,in place,affirmation,',
  '2,A_P1_2021-02-03.txt,hand. It is slow work,open: slow,AB,planned,affirmation,',
  '3,A_P1_2021-02-03.txt,train at night,open: training,AB,in place,artefact,',
  '4,A_P1_2021-02-03.txt,trusts the model,open: trust,AB,not in place,affirmation,',
  '5,A_W1_2021-02-10.txt,Labels come from hand work,open: hand,AB,in place,affirmation,',
  '6,A_W1_2021-02-10.txt,We train weekly,open: training,AB,in place,affirmation,',
  '7,B_P2_2021-03-01.txt,Labels are made by hand,open: hand,CD,in place,affirmation,',
];

let folder: string;
let running: RunningCasebench;
let page: Page;

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'casebench-retrieval-'));
  const study = join(folder, 'mine.casebench');
  const write = (name: string, lines: readonly string[]) => {
    writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
    return join(folder, name);
  };
  await runCasebench('new', study, '--scheme', 'museum-access', '--coder', 'AB');
  const files = Object.entries(transcripts).map(([name, lines]) => write(name, lines));
  expect((await runCasebench('import', study, ...files)).code).toBe(0);
  const tables = ['--participants', write('people.csv', people), '--codings', write('codings.csv', codings)];
  const applied = await runCasebench('apply', study, ...tables);
  expect(applied.stderr + applied.stdout).not.toContain('could not');
  running = await launchCasebench({ args: [study] });
  page = running.page;
  await expect(page.getByText('7 codings')).toBeVisible();
  await page.keyboard.press('Control+e');
  await expect(panel()).toBeFocused();
});

test.afterEach(async () => {
  await closeCasebench(running);
  rmSync(folder, { recursive: true, force: true });
});

const panel = () => page.getByRole('region', { name: 'Retrieval' });
const found = () => panel().getByRole('list', { name: 'Excerpts found' }).getByRole('article');
const counts = (words: string) => expect(panel().getByRole('status').first()).toHaveText(words);
const undo = (label: string) => page.getByRole('button', { name: `Undo: ${label}` });

/** Opens a choice, types to find something in it, takes it, and closes the choice. */
async function choose(button: string | RegExp, typed: string): Promise<void> {
  await panel().getByRole('button', { name: button }).click();
  await page.keyboard.type(typed);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
}

async function expectNoBarriers(): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
}

const addStatement = (code: string) => choose(/^Also coded/, code);
const relation = (place: number) => panel().getByLabel('How it lies to the excerpt').nth(place);

test('filters and conditions find excerpts live, in groups, each one click from its place', async () => {
  await counts('7 excerpts · 3 transcripts · 2 persons');

  await test.step('filters are chosen by typing, and each narrows what is found', async () => {
    await choose('Code: any', 'hand');
    await counts('3 excerpts · 3 transcripts · 2 persons');
    await choose('Company: any', 'alpha');
    await counts('2 excerpts · 2 transcripts · 1 person');
    await expect(panel()).toContainText('Excerpts coded with hand (with sub-codes) in company A.');
    await panel().getByRole('button', { name: 'Leave Company open' }).click();
    await counts('3 excerpts · 3 transcripts · 2 persons');
  });

  await test.step('also coded, but not, near', async () => {
    await addStatement('slow');
    await counts('1 excerpt · 1 transcript · 1 person');
    await expect(found()).toContainText('We label by hand');
    await relation(0).selectOption('not overlapping');
    await counts('2 excerpts · 2 transcripts · 2 persons');
    await relation(0).selectOption('followed by');
    await counts('0 excerpts · 0 transcripts · 0 persons');
    await expect(panel()).toContainText('No excerpt answers this.');
    await panel().getByRole('button', { name: 'Remove the statement' }).click();
    await addStatement('training');
    await relation(0).selectOption('near');
    await counts('2 excerpts · 2 transcripts · 1 person');
    await panel().getByLabel('Turns at most').fill('1');
    await counts('1 excerpt · 1 transcript · 1 person');
    await expect(found()).toContainText('Labels come from hand work');
    await addStatement('slow');
    await relation(1).selectOption('overlapping');
    await counts('0 excerpts · 0 transcripts · 0 persons');
    await panel().getByLabel('How these statements go together').selectOption('at least');
    await panel().getByLabel('How many of these must hold').fill('1');
    await counts('2 excerpts · 2 transcripts · 1 person');
  });

  await test.step('groups have counts, and close', async () => {
    await panel().getByRole('button', { name: 'Clear' }).click();
    await panel().getByLabel('Group the results').selectOption('company');
    const company = panel().getByRole('button', { name: /^Company A 6$/ });
    await expect(company).toBeVisible();
    await expect(found()).toHaveCount(7);
    await company.click();
    await expect(found()).toHaveCount(1);
    await company.click();
  });

  await test.step('the words around an excerpt are there on demand', async () => {
    const trust = found().filter({ hasText: 'trusts the model' });
    await trust.getByRole('button', { name: 'Context' }).click();
    await expect(trust.getByRole('region', { name: 'Context' })).toContainText('Nobody trusts the model.');
    await trust.getByRole('button', { name: 'Context' }).click();
  });

  await test.step('Enter opens the place, and one comes back', async () => {
    await showScreen(page, 'People');
    const weekly = found().filter({ hasText: 'We train weekly' }).getByRole('button').first();
    await weekly.focus();
    await page.keyboard.press('Enter');
    await expect(readerText(page)).toContainText('W1: We train weekly.');
    await expect(panel()).toBeVisible();
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(page.getByRole('main', { name: 'People' })).toBeVisible();
    await expect(panel()).toBeVisible();
  });

  await test.step('nothing of it keeps people with a screen reader out', async () => {
    await addStatement('slow');
    await found().first().getByRole('button', { name: 'Context' }).click();
    await expect(found().first().getByRole('region', { name: 'Context' })).toContainText('It is slow work.');
    await expectNoBarriers();
  });
});

test('what was found is coded anew where it stands, by keys and by menu, and undo takes it back', async () => {
  await choose('Code: any', 'hand');
  await counts('3 excerpts · 3 transcripts · 2 persons');
  const first = found().first().getByRole('button').first();
  await first.focus();

  await test.step('R changes the code: the excerpt no longer answers, and the next one has the focus', async () => {
    await page.keyboard.press('r');
    await page.keyboard.type('slow');
    await page.keyboard.press('Enter');
    await counts('2 excerpts · 2 transcripts · 2 persons');
    await expect(found().first().getByRole('button').first()).toBeFocused();
    await expect(undo('Change the code to “slow”')).toBeVisible();
    await page.keyboard.press('Control+z');
    await counts('3 excerpts · 3 transcripts · 2 persons');
  });

  await test.step('C adds a new code, Alt and a digit says the status, Delete deletes', async () => {
    await first.focus();
    await page.keyboard.press('c');
    await page.keyboard.type('by people');
    await page.keyboard.press('Enter');
    await expect(undo('New code by people')).toBeVisible();
    await first.focus();
    await page.keyboard.press('Alt+3');
    await expect(found().first()).toContainText('planned');
    await page.keyboard.press('Delete');
    await counts('2 excerpts · 2 transcripts · 2 persons');
    await undo('Remove coding “hand”').click();
    await counts('3 excerpts · 3 transcripts · 2 persons');
  });

  await test.step('the menu does the same', async () => {
    await found().first().click({ button: 'right' });
    await page.getByRole('menuitem', { name: /^Delete the coding/ }).click();
    await counts('2 excerpts · 2 transcripts · 2 persons');
    const next = found().first().getByRole('button').first();
    await next.focus();
    await page.keyboard.press('Shift+F10');
    await expect(page.getByRole('menuitem', { name: /^Open its place/ })).toBeFocused();
    await expectNoBarriers();
    await page.getByRole('menuitem', { name: /^Status: / }).click();
    await page.getByRole('menuitemradio', { name: /^partly/ }).click();
    await expect(found().first()).toContainText('partly');
    await expect(next).toBeFocused();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: /^Change the code/ }).click();
    await expect(page.getByRole('combobox', { name: 'New code of this coding' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(next).toBeFocused();
  });

  await test.step('arrow keys walk from excerpt to excerpt', async () => {
    await found().first().getByRole('button').first().focus();
    await page.keyboard.press('ArrowDown');
    await expect(found().nth(1).getByRole('button').first()).toBeFocused();
  });
});

test('a query is saved, asked again, and says which code is gone; results are copied', async () => {
  await choose('Code: any', 'slow');
  await addStatement('hand');
  await counts('1 excerpt · 1 transcript · 1 person');
  await panel().getByRole('button', { name: 'Saved queries' }).click();
  await page.keyboard.type('Slow hands');
  await page.keyboard.press('Enter');
  await expect(undo('Save query “Slow hands”')).toBeVisible();
  await page.keyboard.press('Escape');
  await panel().getByRole('button', { name: 'Clear' }).click();
  await counts('7 excerpts · 3 transcripts · 2 persons');

  const load = async () => {
    await panel().getByRole('button', { name: 'Saved queries' }).click();
    await page.getByRole('button', { name: /^Slow hands/ }).click();
  };
  await load();
  await counts('1 excerpt · 1 transcript · 1 person');
  await expect(panel()).toContainText('Slow hands: Excerpts coded with slow');

  await test.step('as text with references', async () => {
    await panel().getByRole('button', { name: 'Copy results' }).click();
    await page.getByRole('menuitem', { name: 'Copy as text with references' }).click();
    await expect(page.getByText('1 coding can be pasted now.')).toBeVisible();
    const copied = await running.app.evaluate(({ clipboard }) => clipboard.readText());
    expect(copied).toContain(
      '“hand. It is slow work”\n(P1, Engineer · company A · P · 2021-02-03 · A_P1_2021-02-03',
    );
  });

  await test.step('a code that is gone is told, and undo brings it back', async () => {
    await page.getByRole('treeitem', { name: /^hand/ }).click();
    await page
      .getByRole('button', { name: /^Delete/ })
      .first()
      .click();
    await expect(undo('Delete code hand')).toBeVisible();
    await load();
    await expect(panel().getByRole('alert')).toHaveText(
      'The code “hand” is gone from the study, and so from this query.',
    );
    await counts('0 excerpts · 0 transcripts · 0 persons');
    await undo('Delete code hand').click();
    await load();
    await counts('1 excerpt · 1 transcript · 1 person');
    await expect(panel().getByRole('alert')).toHaveCount(0);
  });
});

test('evidence behind a number is refined in the retrieval', async () => {
  await showScreen(page, 'People');
  await panel().getByRole('button', { name: 'Close retrieval' }).click();
  await expect(panel()).toHaveCount(0);
  await page.getByRole('main').getByRole('button', { name: '5 turns of Ann: show evidence' }).click();
  const evidence = page.getByRole('region', { name: 'Evidence' });
  await expect(evidence.getByRole('status')).toHaveText('6 excerpts');
  await evidence.getByRole('button', { name: 'Refine in retrieval' }).click();
  await counts('6 excerpts · 2 transcripts · 1 person');
  await choose('Status: any', 'planned');
  await counts('1 excerpt · 1 transcript · 1 person');
});

import type { ElectronApplication, Locator, Page } from '@playwright/test';

/** Lets the next dialogs of the operating system answer: where to save, and what to open. */
export async function answerDialogs(
  app: ElectronApplication,
  answers: { save?: string; open?: readonly string[] },
): Promise<void> {
  await app.evaluate(({ dialog }, { save, open }) => {
    if (save) dialog.showSaveDialog = async () => ({ canceled: false, filePath: save });
    if (open) dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [...open] });
  }, answers);
}

/** Goes to one of the screens of a study. */
export async function showScreen(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name }).click();
}

/** The text of the transcript that is open. */
export function readerText(page: Page): Locator {
  return page.getByRole('textbox', { name: /^Text of / });
}

/** The text that is open in the editor. */
export function editedText(page: Page): Locator {
  return page.getByRole('textbox', { name: /, being edited$/ });
}

/** Selects a passage of a text with the mouse, as a person would: from its first to its last letter. */
export async function selectPassage(page: Page, passage: string, text = readerText(page)): Promise<void> {
  const ends = await text.evaluate(findEnds, passage);
  await page.mouse.move(ends.from.x, ends.from.y);
  await page.mouse.down();
  await page.mouse.move((ends.from.x + ends.to.x) / 2, ends.to.y, { steps: 3 });
  await page.mouse.move(ends.to.x, ends.to.y, { steps: 3 });
  await page.mouse.up();
}

/** Runs in the page: the middle of the left edge of the first letter and of the right edge of the last one. */
function findEnds(
  root: Element,
  passage: string,
): { from: { x: number; y: number }; to: { x: number; y: number } } {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const start = node.nodeValue?.indexOf(passage) ?? -1;
    if (start < 0) continue;
    node.parentElement?.scrollIntoView({ block: 'center' });
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, start + passage.length);
    const boxes = [...range.getClientRects()];
    const first = boxes[0];
    const last = boxes.at(-1);
    if (!first || !last) break;
    return {
      from: { x: first.left + 0.5, y: first.top + first.height / 2 },
      to: { x: last.right - 0.5, y: last.top + last.height / 2 },
    };
  }
  throw new Error(`The passage “${passage}” is not on the page.`);
}

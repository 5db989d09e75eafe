import type { Page } from '@playwright/test';

/** Drops files or folders from the desktop on the middle of the window, through the browser's own drag events. */
export async function dropFiles(page: Page, files: readonly string[]): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const drag = { x: 600, y: 400, data: { items: [], files: [...files], dragOperationsMask: 1 } };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, ...drag });
  }
}

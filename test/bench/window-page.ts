/** What runs in the page of the window. Each function stands alone: it is sent there as its own text. */

/**
 * Clicks the transcript in the list and waits until its text, its highlights and its stripes are there and a frame
 * with them was painted. Runs in the page.
 */
export async function measureOpening(name: string): Promise<number> {
  const row = [
    ...document.querySelectorAll<HTMLElement>('nav[aria-label="Transcripts of the study"] button'),
  ].find((button) => button.textContent?.includes(name));
  if (!row) throw new Error(`${name} is not in the list.`);
  const isShown = () =>
    document.querySelector(`[role="textbox"][aria-label="Text of ${name}"]`)?.firstElementChild &&
    document.querySelector('[aria-label="Stripes"] button') &&
    [...CSS.highlights.keys()].some((key) => /^casebench-(pipeline|stage|open)/.test(key));
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const begin = performance.now();
  row.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0 }));
  row.click();
  while (!isShown()) {
    await frame();
    if (performance.now() - begin > 20_000) throw new Error(`${name} was not shown within 20 seconds.`);
  }
  // What is drawn for this frame is on the screen when the next one begins.
  await frame();
  await new Promise((resolve) => setTimeout(resolve));
  return performance.now() - begin;
}

/** Scrolls through the open text by the given pixels a frame; returns the milliseconds between frames. Runs in the page. */
export async function measureScrolling({
  step,
  frames,
}: {
  step: number;
  frames: number;
}): Promise<number[]> {
  const text = document.querySelector('[data-transcript]');
  let scroller = text?.parentElement ?? null;
  while (scroller && getComputedStyle(scroller).overflowY !== 'auto') scroller = scroller.parentElement;
  if (!scroller) throw new Error('No transcript is open.');
  const times: number[] = [];
  let before = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
  for (let count = 0; count < frames; count++) {
    scroller.scrollTop += step;
    const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    times.push(now - before);
    before = now;
  }
  return times;
}

/**
 * Begins to wait for the next press of a key and then until one more coding is painted; `readApplying` answers with the
 * milliseconds. In two parts, so that the key is pressed only when it is waited for. Runs in the page.
 */
export function startApplying(): void {
  const count = () =>
    [...CSS.highlights]
      .filter(([name]) => /^casebench-(pipeline|stage|open)/.test(name))
      .reduce((sum, [, { size }]) => sum + size, 0);
  const measure = async () => {
    const before = count();
    const begin = await new Promise<number>((resolve) => {
      window.addEventListener('keydown', () => resolve(performance.now()), { capture: true, once: true });
    });
    while (count() === before) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (performance.now() - begin > 20_000)
        throw new Error('The coding was not painted within 20 seconds.');
    }
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => setTimeout(resolve));
    return performance.now() - begin;
  };
  Object.assign(window, { benchApplying: measure() });
}

/** Returns what `startApplying` measured. Runs in the page. */
export async function readApplying(): Promise<number> {
  return Number(await Reflect.get(window, 'benchApplying'));
}

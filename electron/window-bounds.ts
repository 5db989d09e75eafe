/** A rectangle in screen pixels. */
export type Bounds = { x: number; y: number; width: number; height: number };

export const defaultSize = { width: 1440, height: 900 };
export const smallestSize = { width: 960, height: 600 };

/**
 * Returns where a window that was at `wanted` can be now: there, if enough of it is on a display to be seen and
 * dragged; otherwise in the middle of the first display. Never larger than the display it is on.
 */
export function fitToDisplays(wanted: Bounds | null, displays: readonly Bounds[]): Bounds {
  const [first] = displays;
  if (!first) return wanted ?? { x: 0, y: 0, ...defaultSize };
  const display = wanted && displays.find((candidate) => showsTitleBar(wanted, candidate));
  if (!wanted || !display) return center(wanted ?? { x: 0, y: 0, ...defaultSize }, first);
  return {
    ...wanted,
    width: Math.min(wanted.width, display.width),
    height: Math.min(wanted.height, display.height),
  };
}

/** A window can be taken hold of when a piece of its title bar is on the display. */
function showsTitleBar(window: Bounds, display: Bounds): boolean {
  const left = Math.max(window.x, display.x);
  const right = Math.min(window.x + window.width, display.x + display.width);
  return right - left >= 120 && window.y >= display.y && window.y <= display.y + display.height - 40;
}

function center(size: { width: number; height: number }, display: Bounds): Bounds {
  const width = Math.min(size.width, display.width);
  const height = Math.min(size.height, display.height);
  const x = display.x + Math.round((display.width - width) / 2);
  const y = display.y + Math.round((display.height - height) / 2);
  return { x, y, width, height };
}

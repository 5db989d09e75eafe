const macSigns: Record<string, string> = { Shift: '⇧', Alt: '⌥' };

/** Returns how this system writes a key pressed with its command key: `Ctrl+Shift+Z`, `⇧⌘Z`. */
export function keyName(...keys: string[]): string {
  if (window.casebench.platform !== 'darwin') return ['Ctrl', ...keys].join('+');
  const signs = keys.map((key) => macSigns[key] ?? key);
  return [...signs.slice(0, -1), '⌘', ...signs.slice(-1)].join('');
}

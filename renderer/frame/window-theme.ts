import { localStorageColorSchemeManager, type MantineColorScheme } from '@mantine/core';
import type { Theme } from '../../electron/ipc/contract/bridge.ts';

/** Mantine calls the system's theme `auto`. */
export const toColourScheme = (theme: Theme): MantineColorScheme => (theme === 'system' ? 'auto' : theme);

/** Tells the other windows of a change; which theme it is, main knows. */
export const themeManager = localStorageColorSchemeManager({ key: 'theme' });

/** Takes over the theme that main keeps, before anything is painted. */
export async function takeOverTheme(): Promise<void> {
  themeManager.set(toColourScheme(await window.casebench.getTheme()));
}

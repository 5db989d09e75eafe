import { keyName } from './key-names.ts';

export type Shortcut = { keys: string[]; does: string };
export type ShortcutGroup = { title: string; shortcuts: Shortcut[] };

/** Everything that can be done by key, in the words of the sheet. */
export function listShortcuts(): ShortcutGroup[] {
  const isMac = window.casebench.platform === 'darwin';
  const key = (does: string, ...keys: string[]): Shortcut => ({ keys, does });
  return [
    {
      title: 'Coding a selection',
      shortcuts: [
        key('Search the codes', 'type'),
        key('Apply the code, or repeat the last one', 'Enter'),
        key('Apply a pinned code', '1 … 9'),
        key('Code with the words themselves (in vivo)', 'V'),
        key('Close the bar', 'Esc'),
      ],
    },
    {
      title: 'Moving about',
      shortcuts: [
        key('Transcripts, People, Triangulation, Maturity', keyName('1 … 4')),
        key('Back to where you were', isMac ? '⌘[' : 'Alt+←'),
        key('Forward again', isMac ? '⌘]' : 'Alt+→'),
        key('Find a code', keyName('F')),
      ],
    },
    {
      title: 'The study',
      shortcuts: [
        key('Undo', keyName('Z')),
        key('Redo', keyName('Shift', 'Z'), ...(isMac ? [] : [keyName('Y')])),
        key('Import transcripts', keyName('I')),
        key('Save as a new study', keyName('Shift', 'S')),
      ],
    },
    {
      title: 'The program',
      shortcuts: [
        key('New study', keyName('N')),
        key('Open a study', keyName('O')),
        key('Close the window', keyName('W')),
        key('Larger, smaller, as it was', keyName('+'), keyName('-'), keyName('0')),
        key('This sheet', '?'),
      ],
    },
  ];
}

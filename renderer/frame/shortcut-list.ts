import { keyName } from './key-names.ts';

export type Shortcut = { keys: string[]; does: string };
export type ShortcutGroup = { title: string; shortcuts: Shortcut[] };

/** Everything that can be done by key, in the words of the sheet. */
export function listShortcuts(): ShortcutGroup[] {
  const isMac = window.casebench.platform === 'darwin';
  const key = (does: string, ...keys: string[]): Shortcut => ({ keys, does });
  return [
    {
      title: 'A selection in the text',
      shortcuts: [
        key('Open the code bar', 'C'),
        key('Search the codes', 'type'),
        key('Apply the code, or repeat the last one', 'Enter'),
        key('Apply a pinned code', '1 … 9'),
        key('Code with the words themselves (in vivo)', 'Shift+V'),
        key('Close the bar', 'Esc'),
      ],
    },
    {
      title: 'A coding',
      shortcuts: [
        key('Previous, next coding', 'Alt+↑', 'Alt+↓'),
        key('Status', 'Alt+1 … 5'),
        key('Evidence type', 'Alt+6 … 8'),
        key('Move its start by a word', 'Alt+←', 'Alt+→'),
        key('Move its end by a word', 'Shift+←', 'Shift+→'),
        key('Change the code', 'Enter'),
        key('Add another code', 'C'),
        key('Remove', 'Delete'),
      ],
    },
    {
      title: 'Editing a text',
      shortcuts: [
        key('Edit the text of the transcript', keyName('Shift', 'E')),
        key('New line within the turn', 'Enter'),
        key('Split the turn', keyName('Enter')),
        key('Join with the turn before, at the start of a turn', 'Backspace'),
        key('A turn after this one', keyName('Shift', 'Enter')),
        key('Choose the speaker of the turn', 'Alt+S'),
        key('Look at what is touched, and save', keyName('S')),
        key('Close, and keep what is not saved', 'Esc'),
      ],
    },
    {
      title: 'Moving about',
      shortcuts: [
        key('Transcripts, People, Triangulation, Maturity', keyName('1 … 4')),
        key('Back to where you were', isMac ? '⌘[' : 'Alt+←'),
        key('Forward again', isMac ? '⌘]' : 'Alt+→'),
        key('Find a code', keyName('F')),
        key('Larger, smaller', keyName('+'), keyName('-')),
        key('This sheet', '?'),
      ],
    },
    {
      title: 'The list of files to import',
      shortcuts: [
        key('Previous, next file; with Shift more of them', '↑', '↓'),
        key('All files', keyName('A')),
        key('Tick, take off the list', 'Space', 'Delete'),
        key('Next, previous row in the same column', 'Enter', 'Shift+Enter'),
        key('Fill down: from the row above, or to all selected rows', keyName('D')),
        key('Copy rows, paste cells of a spreadsheet', keyName('C'), keyName('V')),
        key('From the list to the details and back', 'F6'),
        key('Say that a label is another spelling', 'M'),
        key('Show only the turns of the speaker', 'Enter'),
      ],
    },
    {
      title: 'The study',
      shortcuts: [
        key('Undo', keyName('Z')),
        key('Redo', keyName('Shift', 'Z'), ...(isMac ? [] : [keyName('Y')])),
        key('Import transcripts', keyName('I')),
        key('New study, open a study', keyName('N'), keyName('O')),
        key('Save as a new study', keyName('Shift', 'S')),
        key('Close the window', keyName('W')),
      ],
    },
  ];
}

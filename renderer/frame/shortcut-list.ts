import { keyName } from './key-names.ts';

export type Shortcut = { keys: string[]; does: string };
export type ShortcutGroup = { title: string; shortcuts: Shortcut[] };

/** Everything that can be done by key, in the words of the sheet. */
export function listShortcuts(): ShortcutGroup[] {
  const isMac = window.casebench.platform === 'darwin';
  const key = (does: string, ...keys: string[]): Shortcut => ({ keys, does });
  return [
    {
      title: 'The code bar at a selection',
      shortcuts: [
        key('Search the codes', 'type'),
        key('Apply the code, or repeat the last one', 'Enter'),
        key('Apply a pinned code', '1 … 9'),
        key('Status', 'Alt+1 … 5'),
        key('Evidence type', 'Alt+6 … 8'),
        key('Code with the words themselves (in vivo)', 'Ctrl+Enter'),
        key('Write a memo on the passage', 'Ctrl+M'),
        key('Close the bar', 'Esc'),
      ],
    },
    {
      title: 'A selection in the text, the bar closed',
      shortcuts: [
        key('Open the code bar', 'C', 'Enter'),
        key('Quick code: the last one again', 'Q'),
        key('Code in vivo', 'V'),
        key('Memo', 'M'),
        key('Shrink, extend the coding beneath to it', 'S', 'E'),
      ],
    },
    {
      title: 'Caret, selection or coding',
      shortcuts: [
        key('Code the whole turn', 'T'),
        key('Code the answer with its question', 'A'),
        key('Copy the quote with its reference', keyName('Shift', 'C')),
        key('Menu', 'Shift+F10'),
        key('Open coding on or off', 'O'),
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
        key('Add another code, the last one again', 'C', 'Q'),
        key('Comment, memo', 'N', 'M'),
        key('Split at the caret', 'X'),
        key('Evidence of its code', 'Shift+Enter'),
        key('Remove', 'Delete'),
      ],
    },
    {
      title: 'The list of codings',
      shortcuts: [
        key('Previous, next; with Shift more of them', '↑', '↓'),
        key('Take in or out, all', 'Space', keyName('A')),
        key('Change the code of all chosen', 'C'),
        key('Status, evidence type of all chosen', 'Alt+1 … 8'),
        key('Remove all chosen', 'Delete'),
        key('To its place in the text', 'Enter'),
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
        key('Search, Tables, Memos', keyName('5 … 7')),
        key('Retrieval: find excerpts by what they are', keyName('E')),
        key('Search the study for the selected words', keyName('Shift', 'F')),
        key('Back to where you were, while no coding is selected', isMac ? '⌘[' : 'Alt+←'),
        key('Forward again', isMac ? '⌘]' : 'Alt+→'),
        key('Find in the transcript', keyName('F')),
        key('Next, previous hit', 'F3', 'Shift+F3'),
        key('Find a code', keyName('K')),
        key('Open beside the transcript that is open', keyName('Enter')),
        key('To the other one of two transcripts', 'F6'),
        key('Larger, smaller text', keyName('Alt', '='), keyName('Alt', '-')),
        key('Everything larger, smaller', keyName('+'), keyName('-')),
        key('This sheet', '?'),
      ],
    },
    {
      title: 'The tree of codes',
      shortcuts: [
        key('From the filter into the tree', '↓'),
        key('Apply to the selected words, or choose', 'Enter'),
        key('Choose: read its definition', 'Space'),
        key('New sub-code', 'Insert', keyName('Shift', 'N')),
        key('Rename, colour', 'F2', 'H'),
        key('Move up, down, into the code above, out', 'Alt+Shift+↑ ↓ → ←'),
        key('Move under another code, merge into one', 'U', 'G'),
        key('Split: choose the excerpts that go', 'S'),
        key('Pin to a digit key, or unpin', 'P'),
        key('Memos on the code', 'M'),
        key('Evidence, with sub-codes', 'E', 'Shift+E'),
        key('Select more codes', 'Shift+↑ ↓', keyName('Space')),
        key('Delete with its sub-codes and codings', 'Delete'),
        key('Menu of the row', 'Shift+F10'),
      ],
    },
    {
      title: 'A table of codes',
      shortcuts: [
        key('Next cell; with Ctrl to the border', '↑', '↓', '←', '→'),
        key('First, last cell of the row; with Ctrl of the table', 'Home', 'End'),
        key('Open the excerpts; in the framework matrix write the summary', 'Enter'),
        key('Open the excerpts of a cell of the framework matrix', 'Shift+Enter'),
        key('Save the summary and go down', keyName('Enter')),
        key('Copy the table', keyName('C')),
      ],
    },
    {
      title: 'A memo',
      shortcuts: [
        key('Link an excerpt: search for it, choose it', '@', '↑', '↓', 'Enter'),
        key('Headings of three sizes; plain text', keyName('Alt', '1 … 3'), keyName('Alt', '0')),
        key('Heading, list, numbered list at the start of a line', '#', '-', '1.'),
        key('Indent, outdent an item of a list', 'Tab', 'Shift+Tab'),
        key('Bold, italic', keyName('B'), keyName('I')),
        key('Open the link that is selected', 'Enter'),
        key('From the list to the text and back', 'Enter', 'Esc'),
      ],
    },
    {
      title: 'An excerpt that was found',
      shortcuts: [
        key('Previous, next excerpt', '↑', '↓'),
        key('Open its place', 'Enter'),
        key('The words around it', 'Space'),
        key('Change the code, add another code', 'R', 'C'),
        key('Status, evidence type', 'Alt+1 … 5', 'Alt+6 … 8'),
        key('Copy with its reference', keyName('C')),
        key('Delete the coding', 'Delete'),
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

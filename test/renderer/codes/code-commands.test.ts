import { describe, expect, it } from 'vitest';
import {
  codeCommands,
  findCodeCommand,
  isOffered,
  keysOfCommands,
} from '../../../renderer/codes/code-commands.ts';
import { makeCode } from '../../support/codes.ts';

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey', boolean>> = {},
) => findCodeCommand({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });
const item = makeCode({ id: 1, kind: 'activity', itemRef: 'D1', name: 'Collect' });
const open = makeCode({ id: 2, kind: 'open', name: 'culture' });
const other = makeCode({ id: 3, kind: 'open', name: 'fear' });
const offered = (...codes: Parameters<typeof isOffered>[1][number][]) =>
  codeCommands.filter((command) => isOffered(command, codes));

describe('commands of the code tree', () => {
  it('each have the key that the menu tells', () => {
    for (const command of codeCommands) {
      const written = keysOfCommands[command];
      const key = written === 'Del' ? 'Delete' : written.replace('Shift+', '');
      expect(press(key, { shiftKey: written.startsWith('Shift+') })).toBe(command);
    }
  });

  it('leave other keys alone', () => {
    expect(press('p', { ctrlKey: true })).toBeUndefined();
    expect(press('s', { altKey: true })).toBeUndefined();
    expect(press('x')).toBeUndefined();
    expect(press('N', { ctrlKey: true, shiftKey: true })).toBe('add');
  });

  it('keep items of the scheme as they are', () => {
    expect(offered(item)).toEqual(['add', 'split', 'pin', 'memos', 'evidence', 'branchEvidence']);
    expect(offered(item, open)).toEqual(['evidence', 'branchEvidence']);
  });

  it('offer for several codes what can be done to several', () => {
    expect(offered(open)).toEqual([...codeCommands]);
    expect(offered(open, other)).toEqual([
      'colour',
      'moveUnder',
      'merge',
      'evidence',
      'branchEvidence',
      'delete',
    ]);
    expect(offered()).toEqual([]);
  });
});

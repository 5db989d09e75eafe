import { describe, expect, it } from 'vitest';
import { findKeyCommand, type Press } from '../../../renderer/frame/keys.ts';

const press = (key: string, held: Partial<Press> = {}): Press => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe('the keys of the frame', () => {
  it('undo and redo with Ctrl, and redo with Ctrl+Y too', () => {
    expect(findKeyCommand(press('z', { ctrlKey: true }), 'linux')).toBe('undo');
    expect(findKeyCommand(press('Z', { ctrlKey: true, shiftKey: true }), 'win32')).toBe('redo');
    expect(findKeyCommand(press('y', { ctrlKey: true }), 'linux')).toBe('redo');
  });

  it('edit the text of a transcript with Ctrl, Shift and E', () => {
    expect(findKeyCommand(press('E', { ctrlKey: true, shiftKey: true }), 'linux')).toBe('edit-transcript');
  });

  it('use the command key on macOS, and only that', () => {
    expect(findKeyCommand(press('z', { metaKey: true }), 'darwin')).toBe('undo');
    expect(findKeyCommand(press('z', { ctrlKey: true }), 'darwin')).toBeUndefined();
    expect(findKeyCommand(press('z', { metaKey: true }), 'linux')).toBeUndefined();
    expect(findKeyCommand(press('y', { metaKey: true }), 'darwin')).toBeUndefined();
  });

  it('show a screen by its digit, on a French keyboard too', () => {
    expect(findKeyCommand(press('2', { ctrlKey: true, code: 'Digit2' }), 'linux')).toBe('show-people');
    expect(findKeyCommand(press('7', { ctrlKey: true, code: 'Digit7' }), 'linux')).toBe('show-memos');
    expect(findKeyCommand(press('"', { ctrlKey: true, code: 'Digit3' }), 'linux')).toBe('show-triangulation');
  });

  it('search for the selected words with Shift', () => {
    expect(findKeyCommand(press('F', { ctrlKey: true, shiftKey: true }), 'linux')).toBe('search-words');
    expect(findKeyCommand(press('5', { ctrlKey: true, code: 'Digit5' }), 'linux')).toBe('show-search');
  });

  it('go back and forward with Alt and an arrow, on macOS with brackets', () => {
    expect(findKeyCommand(press('ArrowLeft', { altKey: true }), 'linux')).toBe('go-back');
    expect(findKeyCommand(press('ArrowRight', { altKey: true }), 'linux')).toBe('go-forward');
    expect(findKeyCommand(press('[', { metaKey: true }), 'darwin')).toBe('go-back');
    expect(findKeyCommand(press(']', { metaKey: true }), 'darwin')).toBe('go-forward');
  });

  it('open the retrieval with E', () => {
    expect(findKeyCommand(press('e', { ctrlKey: true }), 'linux')).toBe('show-retrieval');
    expect(findKeyCommand(press('e', { metaKey: true }), 'darwin')).toBe('show-retrieval');
  });

  it('leave plain letters, other digits and AltGr to whoever types', () => {
    for (const key of ['z', 'n', '1', 'ArrowLeft'])
      expect(findKeyCommand(press(key), 'linux')).toBeUndefined();
    expect(findKeyCommand(press('9', { ctrlKey: true, code: 'Digit9' }), 'linux')).toBeUndefined();
    expect(findKeyCommand(press('z', { ctrlKey: true, altKey: true }), 'win32')).toBeUndefined();
    expect(findKeyCommand(press('ArrowLeft', { altKey: true, shiftKey: true }), 'linux')).toBeUndefined();
  });

  it('show the shortcuts for a question mark, wherever the keyboard has it', () => {
    expect(findKeyCommand(press('?', { shiftKey: true }), 'linux')).toBe('show-shortcuts');
  });

  it('find in the transcript, find a code, and change the size of the text', () => {
    expect(findKeyCommand(press('f', { ctrlKey: true }), 'linux')).toBe('find-in-transcript');
    expect(findKeyCommand(press('k', { metaKey: true }), 'darwin')).toBe('find-code');
    const held = { ctrlKey: true, altKey: true };
    expect(findKeyCommand(press('=', { ...held, code: 'Equal' }), 'linux')).toBe('text-larger');
    expect(findKeyCommand(press('–', { ...held, code: 'Minus' }), 'win32')).toBe('text-smaller');
  });
});

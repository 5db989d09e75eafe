import { describe, expect, it } from 'vitest';
import {
  type CodingCommand,
  type CommandContext,
  findCommandOfKey,
  listCodingCommands,
  listPassageCommands,
  toEntry,
} from '../../../renderer/reader/coding-commands.ts';

const plain = { code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const nothing: CommandContext = { coding: false, passage: false, caret: false };
const coding = { ...nothing, coding: true, caret: true };
const passage = { ...nothing, passage: true, caret: true };
const press = (key: string, has: CommandContext, change: Partial<typeof plain> = {}) =>
  findCommandOfKey({ ...plain, key, ...change }, has);

/** The press that a key shown in a menu stands for. */
function pressShown(shown: string, has: CommandContext): CodingCommand | undefined {
  const parts = shown.split('+');
  const key = parts.at(-1) ?? '';
  const held = { shiftKey: parts.includes('Shift'), ctrlKey: parts.includes('Ctrl') };
  return press(key.length === 1 ? key.toLowerCase() : key, has, held);
}

describe('the key that a menu shows', () => {
  it('carries out its entry', () => {
    const both = { coding: true, passage: true, caret: true };
    for (const command of listCodingCommands(both).flat())
      expect(pressShown(toEntry(command, false).key, both)).toBe(command);
    for (const command of listPassageCommands(true))
      expect(pressShown(toEntry(command, false).key, passage)).toBe(command);
  });

  it('is another one for every entry of a menu', () => {
    const shown = listCodingCommands({ passage: true, caret: true }).flat();
    expect(new Set(shown.map((command) => toEntry(command, false).key)).size).toBe(shown.length);
  });

  it('has the command key of a Mac there', () => {
    expect(toEntry('copy', true).key).toBe('⇧⌘C');
  });
});

describe('findCommandOfKey', () => {
  it('needs what the command acts on', () => {
    expect(press('x', nothing)).toBeUndefined();
    expect(press('s', coding)).toBeUndefined();
    expect(press('v', coding)).toBeUndefined();
    expect(press('Delete', passage)).toBeUndefined();
    expect(press('o', nothing)).toBe('open coding');
  });

  it('means a new coding for a passage and another code for a coding', () => {
    expect([press('c', passage), press('c', coding)]).toEqual(['code', 'add']);
    expect([press('Enter', passage), press('Enter', coding)]).toEqual(['code', 'change']);
  });

  it('takes a letter from its place where the keyboard writes another alphabet', () => {
    expect(press('е', passage, { code: 'KeyT' })).toBe('turn');
    expect(press('ש', coding, { code: 'KeyA' })).toBe('answer');
  });

  it('leaves keys with Alt, and those with Ctrl but one, to others', () => {
    expect(press('t', coding, { altKey: true })).toBeUndefined();
    expect(press('a', coding, { ctrlKey: true })).toBeUndefined();
    expect(press('C', coding, { ctrlKey: true, shiftKey: true })).toBe('copy');
    expect(press('Tab', coding)).toBeUndefined();
  });
});

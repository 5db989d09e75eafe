import { describe, expect, it } from 'vitest';
import { findCaretStep } from '../../../renderer/reader/caret-keys.ts';

const plain = { ctrlKey: false, altKey: false, metaKey: false };

describe('findCaretStep', () => {
  it('moves by character and line, and with Ctrl by word and to the ends', () => {
    expect(findCaretStep({ ...plain, key: 'ArrowRight' })).toEqual({
      direction: 'forward',
      granularity: 'character',
    });
    expect(findCaretStep({ ...plain, key: 'ArrowUp' })).toEqual({
      direction: 'backward',
      granularity: 'line',
    });
    expect(findCaretStep({ ...plain, ctrlKey: true, key: 'ArrowRight' })?.granularity).toBe('word');
    expect(findCaretStep({ ...plain, ctrlKey: true, key: 'End' })?.granularity).toBe('documentboundary');
  });

  it('leaves other keys alone', () => {
    expect(findCaretStep({ ...plain, key: 'PageDown' })).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import type { Code } from '../../../electron/ipc/contract/codes.ts';
import { listBarOptions, listDigitCodes } from '../../../renderer/reader/bar-options.ts';
import { findBarKey } from '../../../renderer/reader/code-bar-keys.ts';

function makeCode(id: number, itemRef: string | null, name: string): Code {
  return {
    id,
    kind: itemRef === null ? 'open' : 'activity',
    itemRef,
    parentId: null,
    group: itemRef === null ? null : 'Data pipeline',
    groupIndex: itemRef === null ? null : 0,
    name,
    definition: '',
    whenToUse: '',
    trail: [],
    excerpts: 0,
    colour: '#4263eb',
    codings: 0,
    transcripts: 0,
    persons: 0,
  };
}

const codes = [
  makeCode(1, 'D1', 'Collect and aggregate data'),
  makeCode(2, 'D2', 'Preprocess data'),
  makeCode(3, 'D5', 'Version data'),
  makeCode(4, null, 'fear of audits'),
];
const used = { pinned: [2], recent: [4, 1], inVivo: null };
const plain = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, code: '' };

describe('listDigitCodes', () => {
  it('keeps the order of pinning and leaves out codes that are gone', () => {
    expect(listDigitCodes(codes, [4, 99, 2]).map(({ id }) => id)).toEqual([4, 2]);
  });

  it('has nine keys at most', () => {
    const many = Array.from({ length: 12 }, (_, index) => makeCode(index + 1, `D${index}`, `Code ${index}`));
    expect(
      listDigitCodes(
        many,
        many.map(({ id }) => id),
      ),
    ).toHaveLength(9);
  });
});

describe('listBarOptions', () => {
  it('begins with the last code, so that Enter repeats it, and then follows the digits', () => {
    const rows = listBarOptions(codes, '', used).map(
      (row) => row.kind === 'code' && [row.code.id, row.digit, row.isLast],
    );
    expect(rows).toEqual([
      [4, null, true],
      [2, 1, false],
      [1, null, false],
      [3, null, false],
    ]);
  });

  it('offers a new code only while no code has that name or id', () => {
    expect(listBarOptions(codes, 'audit', used).at(-1)).toEqual({ kind: 'new', name: 'audit' });
    expect(listBarOptions(codes, 'Fear of Audits', used).some(({ kind }) => kind === 'new')).toBe(false);
    expect(listBarOptions(codes, 'd5', used).some(({ kind }) => kind === 'new')).toBe(false);
  });
});

describe('listBarOptions in open coding', () => {
  const habits = { ...used, inVivo: 'old data got lost' };

  it('offers a new code in the words of the passage first, and behind it the last one', () => {
    expect(listBarOptions(codes, '', habits).slice(0, 2)).toEqual([
      { kind: 'new', name: 'old data got lost' },
      { kind: 'code', code: codes[3], digit: null, isLast: true },
    ]);
  });

  it('offers what is typed as a new code before all that is found, unless there is one of that name', () => {
    expect(listBarOptions(codes, 'data', habits)[0]).toEqual({ kind: 'new', name: 'data' });
    expect(listBarOptions(codes, 'fear of audits', habits)[0]).toMatchObject({
      kind: 'code',
      code: codes[3],
    });
  });
});

describe('findBarKey', () => {
  const options = listBarOptions(codes, '', used);

  it('applies the code of a digit while nothing is typed', () => {
    expect(findBarKey({ ...plain, key: '1' }, '', options)).toEqual({ do: 'apply', option: options[1] });
  });

  it('codes in vivo and writes a memo by keys that are no letters, and searches with every letter', () => {
    const withCtrl = { ...plain, ctrlKey: true };
    expect(findBarKey({ ...withCtrl, key: 'Enter' }, 'd', options)).toEqual({ do: 'in vivo' });
    expect(findBarKey({ ...withCtrl, key: 'm', code: 'KeyM' }, '', options)).toEqual({ do: 'memo' });
    for (const key of ['v', 'V', 'm', 'M']) {
      expect(findBarKey({ ...plain, key, shiftKey: key < 'a' }, '', options)).toBeUndefined();
    }
  });

  it('takes digits and V as text once something is typed', () => {
    expect(findBarKey({ ...plain, key: '1' }, 'd', options)).toBeUndefined();
    expect(findBarKey({ ...plain, key: 'V' }, 'd', options)).toBeUndefined();
  });

  it('takes a digit without a code as text', () => {
    expect(findBarKey({ ...plain, key: '9' }, '', options)).toBeUndefined();
  });

  it('sets status and evidence type with Alt and a digit, whatever Alt makes of the character', () => {
    const press = { ...plain, altKey: true, key: '¡' };
    expect(findBarKey({ ...press, code: 'Digit1' }, 'abc', options)).toEqual({
      do: 'say',
      words: { status: 'in place' },
    });
    expect(findBarKey({ ...press, code: 'Digit7' }, '', options)).toEqual({
      do: 'say',
      words: { evidence: 'artefact' },
    });
    expect(findBarKey({ ...press, code: 'Digit9' }, '', options)).toBeUndefined();
  });

  it('leaves Shift and an arrow to the selection', () => {
    expect(findBarKey({ ...plain, key: 'ArrowDown', shiftKey: true }, '', options)).toBeUndefined();
  });
});

import type { Code } from '../../../electron/ipc/contract/codes.ts';

/** Codes as the tables get them; what a test does not name is of no account to it. */
export function makeCode(code: Pick<Code, 'id' | 'kind' | 'name'> & Partial<Code>): Code {
  return {
    itemRef: null,
    parentId: null,
    group: null,
    groupIndex: null,
    definition: '',
    whenToUse: '',
    trail: [],
    excerpts: 0,
    colour: '#000000',
    codings: 0,
    transcripts: 0,
    persons: 0,
    ...code,
  };
}

/** An activity with an open code beneath it, a precondition, and an open code with a sub-code. */
export const someCodes: Code[] = [
  makeCode({ id: 1, kind: 'activity', name: 'Collect', itemRef: 'D1', group: 'Data', groupIndex: 0 }),
  makeCode({ id: 2, kind: 'precondition', name: 'Manual', itemRef: '0.1', group: 'Manual', groupIndex: 0 }),
  makeCode({ id: 3, kind: 'open', name: 'Trust' }),
  makeCode({ id: 4, kind: 'open', name: 'By hand', parentId: 1 }),
  makeCode({ id: 5, kind: 'open', name: 'Distrust', parentId: 3 }),
];

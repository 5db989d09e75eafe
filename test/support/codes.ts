import type { Code } from '../../electron/ipc/contract/codes.ts';

/** Returns a code as the service would list it; what is not given is empty. */
export function makeCode(fields: Partial<Code> & Pick<Code, 'id' | 'kind' | 'name'>): Code {
  return {
    itemRef: null,
    parentId: null,
    group: null,
    groupIndex: null,
    definition: '',
    whenToUse: '',
    colour: '#4263eb',
    trail: ['Open codes'],
    codings: 0,
    excerpts: 0,
    transcripts: 0,
    persons: 0,
    ...fields,
  };
}

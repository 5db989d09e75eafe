import { type Status, statuses } from '../../db/model/coding.ts';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import type { Coder } from '../../electron/ipc/contract/study.ts';
import type { Coding } from '../../electron/ipc/contract/transcripts.ts';
import { colourOfCode } from '../codes/code-branches.ts';
import type { Colouring } from '../state/display.ts';

type Coloured = Pick<Coding, 'codeId' | 'status' | 'coderId'>;

/** What a coding is painted with, on the text and beside it. */
export type Colours = {
  colouring: Colouring;
  /** The name of the highlight; undefined when the code is not known yet. */
  highlightOf(coding: Coloured): string | undefined;
  /** The colour of the stripe as a CSS value. */
  colourOf(coding: Coloured): string;
  /** The coder's initials where colours tell coders, so that colour is not the only sign. */
  initialsOf(coding: Coloured): string | undefined;
};

/** Returns how codings are coloured: by code, status or coder. */
export function makeColours(
  colouring: Colouring,
  codes: ReadonlyMap<number, Code>,
  coders: readonly Pick<Coder, 'id' | 'name'>[],
): Colours {
  const places = new Map(coders.map(({ id }, index) => [id, index]));
  const initials = listInitials(coders);
  const placeOf = ({ coderId }: Coloured) => (places.get(coderId) ?? 0) % coderColours;
  if (colouring === 'status') {
    return {
      colouring,
      highlightOf: ({ status }) => `casebench-status-${statuses.indexOf(status)}`,
      colourOf: ({ status }) => colourOfStatus(status),
      initialsOf: () => undefined,
    };
  }
  if (colouring === 'coder') {
    return {
      colouring,
      highlightOf: (coding) => `casebench-coder-${placeOf(coding)}`,
      colourOf: (coding) => colourOfCoder(placeOf(coding)),
      initialsOf: ({ coderId }) => initials.get(coderId),
    };
  }
  const known = (codeId: number) => codes.get(codeId);
  return {
    colouring,
    highlightOf: ({ codeId }) => {
      const code = known(codeId);
      return code && highlightOfCode(code);
    },
    colourOf: ({ codeId }) => {
      const code = known(codeId);
      return code ? colourOfCode(code) : 'var(--ink-soft)';
    },
    initialsOf: () => undefined,
  };
}

/** Returns the highlight a code is painted with: its pipeline, its stage, or that of all open codes. */
export function highlightOfCode({ kind, groupIndex }: Pick<Code, 'kind' | 'groupIndex'>): string {
  if (kind === 'open') return 'casebench-open';
  const index = groupIndex ?? 0;
  return kind === 'activity' ? `casebench-pipeline-${index % 8}` : `casebench-stage-${Math.min(index, 8)}`;
}

/** How many coders have a colour of their own. */
const coderColours = 8;

export const colourOfStatus = (status: Status) => `var(--status-${statuses.indexOf(status)})`;
/** Returns the colour of the coder at a position among the coders. */
export const colourOfCoder = (index: number) => `var(--coder-${index % coderColours})`;

/** Returns the initials of each coder by id, at most two letters; where two are alike, the later has a number. */
export function listInitials(coders: readonly Pick<Coder, 'id' | 'name'>[]): Map<number, string> {
  const initials = new Map<number, string>();
  for (const { id, name } of coders) {
    const words = name.split(/[\s._-]+/).filter(Boolean);
    const letters = words.length > 1 ? words.map((word) => Array.from(word)[0]) : Array.from(words[0] ?? '?');
    const wished = letters.slice(0, 2).join('').toUpperCase();
    const taken = [...initials.values()];
    let free = wished;
    for (let number = 2; taken.includes(free); number += 1) free = `${Array.from(wished)[0]}${number}`;
    initials.set(id, free);
  }
  return initials;
}

import { describe, expect, it } from 'vitest';
import { findShownCoders } from '../../../renderer/state/coder-visibility.ts';

const coders = [{ id: 4 }, { id: 5 }, { id: 6 }];

describe('findShownCoders', () => {
  it('names nobody when all are shown, so that nothing has to be left out', () => {
    expect(findShownCoders(coders, { hidden: [], isBlind: false }, 4)).toEqual({
      ids: undefined,
      shown: 3,
      total: 3,
      isBlind: false,
    });
  });

  it('leaves out who is hidden', () => {
    expect(findShownCoders(coders, { hidden: [5], isBlind: false }, 5)).toMatchObject({
      ids: [4, 6],
      shown: 2,
    });
  });

  it('shows only who codes now when coding blind, whoever else was hidden', () => {
    expect(findShownCoders(coders, { hidden: [5], isBlind: true }, 5)).toMatchObject({ ids: [5], shown: 1 });
    expect(findShownCoders(coders, { hidden: [], isBlind: true }, null)).toMatchObject({ ids: [4] });
  });
});

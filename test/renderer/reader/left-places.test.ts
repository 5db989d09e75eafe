import { describe, expect, it } from 'vitest';
import { findReturn, rememberTop } from '../../../renderer/reader/left-places.ts';

describe('the places where transcripts were left', () => {
  it('come back with the visit, and otherwise where the transcript was read last', () => {
    rememberTop({ visit: 1, transcriptId: 5 }, { top: 100, height: 900 });
    rememberTop({ visit: 2, transcriptId: 5 }, { top: 700, height: 900 });
    expect(findReturn({ visit: 1, transcriptId: 5 })).toEqual({ top: 100, height: 900, isKnown: true });
    expect(findReturn({ visit: 3, transcriptId: 5 })).toEqual({ top: 700, height: 900, isKnown: false });
    expect(findReturn({ visit: 3, transcriptId: 6 })).toEqual({ top: 0, height: 0, isKnown: false });
  });
});

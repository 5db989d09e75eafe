import { beforeEach, describe, expect, it } from 'vitest';
import { isSelectedElsewhere, useReading } from '../../../renderer/reader/reading.ts';

const start = useReading.getState();
const coded = { start: 10, end: 20 };

beforeEach(() => useReading.setState(start, true));

describe('what is selected when a coding is answered late', () => {
  it('is left alone when it is other words than were coded', () => {
    useReading.getState().selectPassage({ start: 30, end: 40 });
    expect(isSelectedElsewhere(coded)).toBe(true);
    useReading.getState().selectPassage({ start: 10, end: 19 });
    expect(isSelectedElsewhere(coded)).toBe(true);
  });

  it('goes over into the coding when it is the same words, or none', () => {
    useReading.getState().selectPassage(coded);
    expect(isSelectedElsewhere(coded)).toBe(false);
    useReading.getState().selectPassage(null);
    expect(isSelectedElsewhere(coded)).toBe(false);
  });
});

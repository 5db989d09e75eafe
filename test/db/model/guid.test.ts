import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newGuid } from '../../../db/guid.ts';
import { makeGuid } from '../../../db/model/guid.ts';

const form = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('a guid', () => {
  it('is the UUIDv7 of the example in RFC 9562, appendix A.6', () => {
    const random = [0, 0, 0, 0, 0, 0, 0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f];
    const milliseconds = Date.UTC(2022, 1, 22, 19, 22, 22);
    expect(makeGuid(milliseconds, () => Uint8Array.from(random))).toBe(
      '017f22e2-79b0-7cc3-98c4-dc0c0c07398f',
    );
  });

  it('has the version and variant bits whatever the random bytes are', () => {
    const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(fc.nat(), bytes, (time, random) => {
        expect(makeGuid(time, () => random.slice())).toMatch(form);
      }),
    );
  });

  it('made later sorts later, also beyond 32 bits of time', () => {
    const time = fc.integer({ min: 0, max: 2 ** 48 - 2 });
    fc.assert(
      fc.property(time, fc.integer({ min: 1, max: 1e9 }), (first, gap) => {
        const second = Math.min(first + gap, 2 ** 48 - 1);
        const early = makeGuid(first, () => new Uint8Array(16).fill(255));
        const late = makeGuid(second, () => new Uint8Array(16));
        expect(early < late).toBe(true);
      }),
    );
  });

  it('is never given twice, over many pools of random bytes', () => {
    const guids = Array.from({ length: 2000 }, newGuid);
    expect(new Set(guids).size).toBe(2000);
    for (const guid of guids) expect(guid).toMatch(form);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../../electron/import/tables/days.ts';

describe('a day written in a table', () => {
  it.each([
    ['2021-02-03', '2021-02-03'],
    ['2021-2-3', '2021-02-03'],
    ['2021/02/03', '2021-02-03'],
    ['20210203', '2021-02-03'],
    ['2021年2月3日', '2021-02-03'],
    ['3.2.2021', '2021-02-03'],
    ['03. 02. 2021', '2021-02-03'],
    ['25/02/2021', '2021-02-25'],
    ['02/25/2021', '2021-02-25'],
    ['02/02/2021', '2021-02-02'],
    ['3 Feb 2021', '2021-02-03'],
    ['February 3rd, 2021', '2021-02-03'],
    ['Wednesday, 3 February 2021', '2021-02-03'],
    ['3. März 2021', '2021-03-03'],
    ['3 févr. 2021', '2021-02-03'],
    ['3 août 2021', '2021-08-03'],
    ['3 de mayo de 2021', '2021-05-03'],
    ['3 maj 2021', '2021-05-03'],
    ['2021-02-03 14:30', '2021-02-03'],
    ['2021-02-03T14:30:00Z', '2021-02-03'],
    ['03.02.2021, 9:00', '2021-02-03'],
  ])('as %s is %s', (written, day) => {
    expect(parseDay(written)).toBe(day);
  });

  it.each(['2021-02-31', '31.4.2021', '44230', '03.02.21', 'yesterday', '', '3 Foo 2021', '2021'])(
    'as “%s” is refused with what to write',
    (written) => {
      expect(() => parseDay(written)).toThrow(`“${written}” is no date; write it as 2021-02-03`);
    },
  );

  it('that may be two is refused with both', () => {
    expect(() => parseDay('02/03/2021')).toThrow('may be 2021-03-02 or 2021-02-03');
  });

  it('is found, or refused with a sentence, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (written) => {
        try {
          expect(parseDay(written)).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        } catch (error) {
          expect(String(error)).toContain('write');
        }
      }),
    );
  });
});

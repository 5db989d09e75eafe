import { describe, expect, it } from 'vitest';
import { isCalendarDay } from '../../../db/model/calendar-day.ts';

describe('a day of the calendar', () => {
  it('is written with the year first and exists', () => {
    expect(['2021-02-03', '2020-02-29'].every(isCalendarDay)).toBe(true);
    expect(['2021-02-31', '2021-13-01', '03.02.2021', '2021-2-3', ''].some(isCalendarDay)).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { findStripeMetrics } from '../../../renderer/reader/stripe-metrics.ts';

describe('findStripeMetrics', () => {
  it('gives few lanes their full width and names their room', () => {
    expect(findStripeMetrics(4, 800)).toEqual({ lane: 16, label: 116, total: 180 });
  });

  it('draws many lanes narrower', () => {
    expect(findStripeMetrics(24, 800).lane).toBe(9);
  });

  it('leaves names out of a narrow reader and at least two thirds of it to the text', () => {
    for (const lanes of [4, 8, 12, 20]) {
      const { label, total } = findStripeMetrics(lanes, 440);
      expect(label).toBeLessThan(60);
      expect(total).toBeLessThanOrEqual(440 / 3);
    }
  });
});

import type { PlacementFigureData } from '../../../renderer/figures/placement.ts';

/** The stages, aspects and companies of the study that the program grew from. */
export const sampleFigure: PlacementFigureData = {
  ruleName: 'SCAMPI-like',
  stages: [
    { number: 0, name: 'Manual', becomes: '' },
    {
      number: 1,
      name: 'Automated Data Collection',
      becomes: 'data collection for (re)training becomes automatic',
    },
    { number: 2, name: 'Automated Model Deployment', becomes: 'retrained models are deployed automatically' },
    {
      number: 3,
      name: 'Semi-automated Model Monitoring',
      becomes: 'drift and degradation raise alerts and trigger retraining',
    },
    {
      number: 4,
      name: 'Fully-automated Model Monitoring',
      becomes: 'monitoring and retraining run unattended',
    },
  ],
  aspects: [
    { name: 'Data collection', states: ['manual', 'automated', 'automated', 'automated', 'automated'] },
    { name: 'Model deployment', states: ['manual', 'manual', 'automated', 'automated', 'automated'] },
    {
      name: 'Model monitoring',
      states: ['manual', 'manual', 'manual', 'partly', 'automated'],
      labels: { partly: 'semi-automated' },
    },
  ],
  companies: [
    { id: 'a', label: 'A', name: 'Telecommunications', placement: 1.5, computed: { low: 0, high: 0 } },
    { id: 'b', label: 'B', name: 'Automotive', placement: 1, computed: { low: 1, high: 1 } },
    { id: 'c', label: 'C', name: 'Packaging', placement: 2, computed: { low: 2, high: 2 } },
  ],
};

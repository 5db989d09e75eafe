import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { Evidence } from '../../electron/ipc/contract/codes.ts';
import classes from './result-card.module.css';
import { contextSteps, useContextOf } from './retrieval-queries.ts';

/** The words around an excerpt, as they stand in the transcript; more of them at each press. */
export function ExcerptContext({ coding }: { coding: Evidence }) {
  const [step, setStep] = useState(0);
  const { data, error } = useContextOf(coding.id, step);
  if (error) {
    return (
      <Text size="xs" role="alert">
        {error.message}
      </Text>
    );
  }
  if (!data) return <Text size="xs">Reading …</Text>;
  return (
    <section className={classes.context} aria-label="Context">
      <p className={classes.text}>
        {data.before}
        <mark className={classes.mark}>{coding.quote}</mark>
        {data.after.trimEnd()}
      </p>
      {step < contextSteps.length - 1 && (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setStep(step + 1)}>
          More
        </Button>
      )}
    </section>
  );
}

import { Center, Loader } from '@mantine/core';
import { useTimeout } from '@mantine/hooks';
import { useState } from 'react';

/** Shown only when opening takes long enough to be noticed. */
export function OpeningView() {
  const [isSlow, setSlow] = useState(false);
  useTimeout(() => setSlow(true), 400, { autoInvoke: true });
  return <Center h="100vh">{isSlow && <Loader size="sm" aria-label="Opening the study" />}</Center>;
}

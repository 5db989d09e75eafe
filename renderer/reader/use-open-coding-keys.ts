import { useEffect } from 'react';
import { useIsOpenCoding } from './open-coding.ts';
import { useReading } from './reading.ts';
import type { TextMap } from './text-map.ts';

/**
 * In open coding a selection made by keys asks for its code too: once Shift is let go, for only then is it finished. A
 * selection by mouse opens the bar anyhow.
 */
export function useOpenCodingKeys(map: TextMap, studyGuid: string): void {
  const isOn = useIsOpenCoding(studyGuid);
  useEffect(() => {
    if (!isOn) return;
    const onKeyUp = (event: KeyboardEvent) => {
      const { passage, bar, openBar } = useReading.getState();
      if (event.key === 'Shift' && passage && !bar) openBar({ kind: 'apply' }, true);
    };
    map.root.addEventListener('keyup', onKeyUp);
    return () => map.root.removeEventListener('keyup', onKeyUp);
  }, [map, isOn]);
}

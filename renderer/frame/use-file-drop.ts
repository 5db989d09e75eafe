import { useEffect, useState } from 'react';

/**
 * Calls `onDrop` with the absolute paths of files dropped anywhere on the window; returns whether files are held
 * over it now. Other drags (a selection onto a code) are left alone.
 */
export function useFileDrop(onDrop: (paths: string[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      // Leaving one element for another within the window names the other; leaving the window names none.
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (event.defaultPrevented || !hasFiles(event)) return;
      event.preventDefault();
      const paths = [...(event.dataTransfer?.files ?? [])].map((file) =>
        window.casebench.pathOfDroppedFile(file),
      );
      const found = paths.filter((path) => path !== '');
      if (found.length > 0) onDrop(found);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [onDrop]);
  return isOver;
}

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;

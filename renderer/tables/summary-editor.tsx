import { useEffect, useRef } from 'react';
import { SavedField } from '../widgets/saved-field.tsx';
import classes from './framework-cell.module.css';

type Props = {
  label: string;
  text: string;
  onSave: (text: string) => void;
  /** Escape, or the focus went elsewhere. */
  onLeave: () => void;
  /** Ctrl+Enter. */
  onDown: () => void;
};

/** Writes a summary in its cell; it is saved when the cell is left, whichever way. */
export function SummaryEditor({ label, text, onSave, onLeave, onDown }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const area = field.current;
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
  }, []);
  return (
    <SavedField value={text} onSave={onSave}>
      {({ onKeyDown, ...props }) => (
        <textarea
          {...props}
          ref={field}
          aria-label={label}
          className={classes.editor}
          onClick={(event) => event.preventDefault()}
          onKeyDown={(event) => {
            onKeyDown(event);
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onDown();
            else if (event.key === 'Escape') onLeave();
            else return;
            event.preventDefault();
            event.stopPropagation();
          }}
        />
      )}
    </SavedField>
  );
}

import { ActionIcon } from '@mantine/core';
import {
  IconAt,
  IconBold,
  IconH1,
  IconH2,
  IconH3,
  IconItalic,
  IconList,
  IconListNumbers,
} from '@tabler/icons-react';
import { $getSelection, $isRangeSelection, FORMAT_TEXT_COMMAND, type LexicalEditor } from 'lexical';
import { useEffect, useState } from 'react';
import { $findBlockForm, $setBlockForm, type BlockForm } from './block-forms.ts';
import classes from './memo-text.module.css';

const forms = [
  { form: 'h1', label: 'Heading', keys: 'Ctrl+Alt+1', Icon: IconH1 },
  { form: 'h2', label: 'Smaller heading', keys: 'Ctrl+Alt+2', Icon: IconH2 },
  { form: 'h3', label: 'Smallest heading', keys: 'Ctrl+Alt+3', Icon: IconH3 },
  { form: 'bullet', label: 'List', keys: '- and a space', Icon: IconList },
  { form: 'number', label: 'Numbered list', keys: '1. and a space', Icon: IconListNumbers },
] as const satisfies { form: BlockForm; label: string; keys: string; Icon: unknown }[];

const formats = [
  { format: 'bold', label: 'Bold', keys: 'Ctrl+B', Icon: IconBold },
  { format: 'italic', label: 'Italic', keys: 'Ctrl+I', Icon: IconItalic },
] as const;

type Here = { form: BlockForm; bold: boolean; italic: boolean };

/** What the selected words are, and what they can become. Everything here has a key too. */
export function MemoToolbar({ editor, onLink }: { editor: LexicalEditor; onLink: () => void }) {
  const here = useHere(editor);
  return (
    <fieldset className={classes.toolbar} aria-label="Form of the text">
      {forms.map(({ form, label, keys, Icon }) => (
        <Tool
          key={form}
          label={label}
          keys={keys}
          isOn={here.form === form}
          onClick={() => editor.update(() => $setBlockForm(form))}
        >
          <Icon size={16} stroke={1.6} aria-hidden />
        </Tool>
      ))}
      <span className={classes.gap} />
      {formats.map(({ format, label, keys, Icon }) => (
        <Tool
          key={format}
          label={label}
          keys={keys}
          isOn={here[format]}
          onClick={() => editor.dispatchCommand(FORMAT_TEXT_COMMAND, format)}
        >
          <Icon size={16} stroke={1.6} aria-hidden />
        </Tool>
      ))}
      <span className={classes.gap} />
      <Tool label="Link an excerpt" keys="@" onClick={onLink}>
        <IconAt size={16} stroke={1.6} aria-hidden />
      </Tool>
    </fieldset>
  );
}

type ToolProps = {
  label: string;
  keys: string;
  isOn?: boolean;
  onClick: () => void;
  children: React.ReactNode;
};

function Tool({ label, keys, isOn, onClick, children }: ToolProps) {
  return (
    <ActionIcon
      size="sm"
      className={classes.tool ?? ''}
      aria-label={label}
      aria-pressed={isOn}
      title={`${label} (${keys})`}
      // Pressing the mouse must not take the selection out of the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  );
}

function useHere(editor: LexicalEditor): Here {
  const [here, setHere] = useState<Here>({ form: 'paragraph', bold: false, italic: false });
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const next = editorState.read($readHere);
        setHere((former) => (isSame(former, next) ? former : next));
      }),
    [editor],
  );
  return here;
}

function $readHere(): Here {
  const selection = $getSelection();
  const has = (format: 'bold' | 'italic') => $isRangeSelection(selection) && selection.hasFormat(format);
  return { form: $findBlockForm(), bold: has('bold'), italic: has('italic') };
}

const isSame = (one: Here, other: Here) =>
  one.form === other.form && one.bold === other.bold && one.italic === other.italic;

import type { Attribute, Practitioner } from '../../electron/ipc/contract/people.ts';
import { EditableChoice } from './editable-choice.tsx';
import { EditableText } from './editable-text.tsx';
import { setAttribute } from './people-actions.ts';

type Props = { attribute: Attribute; practitioner: Practitioner };

/** The value of an attribute for one practitioner, edited as its kind wants it. */
export function AttributeCell({ attribute, practitioner }: Props) {
  const { id, name, kind, choices } = attribute;
  const shared = {
    label: `${name} of ${practitioner.name}`,
    value: practitioner.attributes[String(id)] ?? '',
    onSave: (value: string) => setAttribute(practitioner, id, value),
  };
  switch (kind) {
    case 'yes or no':
    case 'choice':
      return (
        <EditableChoice
          {...shared}
          options={toChoices(kind === 'choice' ? choices : ['yes', 'no'], shared.value)}
        />
      );
    case 'date':
      return <EditableText {...shared} type="date" placeholder="–" />;
    case 'text':
    case 'number':
      return <EditableText {...shared} placeholder="–" />;
  }
}

/** A value that is none of the choices any more is still shown. */
function toChoices(choices: readonly string[], value: string) {
  const known = value === '' || choices.includes(value) ? choices : [...choices, value];
  return ['', ...known].map((choice) => ({ value: choice, label: choice || '–' }));
}

import type { Code } from '../../electron/ipc/contract/codes.ts';
import { useStudy } from '../state/queries.ts';
import classes from './code-details.module.css';
import { findSchemeFacts } from './scheme-facts.ts';

/** What the scheme says of an item: its definition, its pipeline or stage, the works it rests on. It is read, not written. */
export function SchemePart({ code }: { code: Code }) {
  const scheme = useStudy().data?.scheme;
  const facts = scheme && code.itemRef !== null ? findSchemeFacts(scheme, code.itemRef) : undefined;
  return (
    <div>
      <p className={classes.text}>{code.definition || 'The scheme gives no definition.'}</p>
      {facts ? (
        <details className={classes.scheme}>
          <summary>
            {facts.group.name}
            {facts.references.length > 0 ? ` · ${facts.references.map(({ id }) => `[${id}]`).join(' ')}` : ''}
          </summary>
          {facts.group.texts.map(({ label, text }) => (
            <p key={label} className={classes.fact}>
              {label === '' ? '' : <b>{label}: </b>}
              {text}
            </p>
          ))}
          {facts.related ? (
            <p className={classes.fact}>
              <b>{facts.related.label}: </b>
              {facts.related.titles.join(' · ')}
            </p>
          ) : null}
          {facts.references.map(({ id, text }) => (
            <p key={id} className={classes.fact}>
              <b>[{id}]</b> {text}
            </p>
          ))}
        </details>
      ) : null}
    </div>
  );
}

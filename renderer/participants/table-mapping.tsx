import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { count } from '../widgets/count.ts';
import styles from './table-dialog.module.css';
import { listFieldGroups } from './table-import.ts';
import { chooseFile } from './table-source-area.tsx';
import type { TableImport } from './use-table-import.ts';

/** The table as it came, its first rows beneath a choice of what each column holds. */
export function TableMapping({ work }: { work: TableImport }) {
  if (!work.prepared) return null;
  const { look, fields, table } = work.prepared;
  // Columns and rows have no other name than their place, for heads and cells may be there twice.
  const columns = look.columns.map((name, at) => ({ name, at, isOut: fields[at] === null || undefined }));
  const rows = look.sample.slice(0, 4).map((cells, at) => ({ cells, at }));
  return (
    <>
      <TableOrigin work={work} />
      <section className={styles.mapping} aria-label="Columns of the table">
        <table className={styles.columns} aria-label={`First rows of ${look.fileName}`}>
          <thead>
            <tr>
              {columns.map(({ name, at, isOut }) => (
                <th scope="col" key={at} data-left-out={isOut}>
                  <span className={styles.columnName} title={name}>
                    {name}
                  </span>
                  <NativeSelect
                    size="xs"
                    aria-label={`What the column “${name}” holds`}
                    title={look.fields.find(({ field }) => field === fields[at])?.hint}
                    value={fields[at] ?? ''}
                    data={[{ value: '', label: 'leave out' }, ...listFieldGroups(table, look, at)]}
                    onChange={(event) => work.setField(at, event.currentTarget.value || null)}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.at}>
                {columns.map(({ at, isOut }) => (
                  <td key={at} data-left-out={isOut} title={row.cells[at]}>
                    {row.cells[at]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function TableOrigin({ work }: { work: TableImport }) {
  if (!work.prepared) return null;
  const { look, fields, repeatsCompany } = work.prepared;
  const hasGap = fields.some((field, at) => field === 'company' && look.gaps[at]);
  return (
    <div className={styles.origin}>
      <b className={styles.fileName} title={look.fileName}>
        {look.fileName}
      </b>
      <span className={styles.meaning}>{count(look.rows, 'row')}</span>
      {look.sheets.length > 1 && (
        <NativeSelect
          size="xs"
          aria-label="Sheet"
          data={look.sheets}
          value={look.sheet ?? ''}
          onChange={(event) => work.chooseSheet(event.currentTarget.value)}
        />
      )}
      <Checkbox
        size="xs"
        label="A row names the columns"
        checked={look.hasHeads}
        onChange={(event) => work.setHasHeads(event.currentTarget.checked)}
      />
      {hasGap && (
        <Checkbox
          size="xs"
          label="An empty company is the one above"
          checked={repeatsCompany}
          onChange={(event) => work.setRepeatsCompany(event.currentTarget.checked)}
        />
      )}
      <span className={styles.room} />
      <Button size="compact-xs" variant="default" onClick={() => void chooseFile(work)}>
        Choose another file…
      </Button>
      <Button size="compact-xs" variant="default" onClick={work.clear}>
        Start again
      </Button>
    </div>
  );
}

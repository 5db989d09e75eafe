type Props = { columns: number; height: number };

/** Stands for the rows of a table that are out of view and not drawn. */
export function RowGap({ columns, height }: Props) {
  return (
    <tr aria-hidden>
      <td colSpan={columns} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}

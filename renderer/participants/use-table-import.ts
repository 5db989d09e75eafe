import { useEffect, useRef, useState } from 'react';
import type {
  PeopleTable,
  TableLook,
  TableRowOutcome,
  TableSource,
} from '../../electron/ipc/contract/tables.ts';
import { getStudyApi, messageOf } from '../api.ts';
import { useDesk } from '../state/desk.ts';
import { useAttributes, useCompanies, usePractitioners, useSessions } from '../state/queries.ts';
import { assignField, countOutcomes, describeApplied } from './table-import.ts';

/** A table that is being prepared: where it comes from, what is in it, and what each column holds. */
type Prepared = {
  table: PeopleTable;
  source: TableSource;
  look: TableLook;
  fields: (string | null)[];
  repeatsCompany: boolean;
};

// While somebody goes through the choices of a column by arrow keys, not every one of them need be tried.
const pauseBeforeCheck = 120;

/** What the dialog knows and can do. Nothing is written before `apply`. */
export function useTableImport(initial: PeopleTable) {
  const [table, setTable] = useState<PeopleTable>(initial);
  const [prepared, setPrepared] = useState<Prepared | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [applied, setApplied] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { outcomes, setOutcomes } = useOutcomes(prepared, setProblem);
  const lastRead = useRef(0);

  const read = async (wanted: PeopleTable, source: TableSource, hasHeads: boolean | null = null) => {
    lastRead.current += 1;
    const turn = lastRead.current;
    setApplied(null);
    try {
      const look = await getStudyApi().table.look({ table: wanted, source, hasHeads });
      if (turn !== lastRead.current) return;
      setOutcomes(null);
      setProblem(null);
      // The sheet that was chosen stays, whatever the study holds by the time the table is applied.
      const from = source.kind === 'file' ? { ...source, sheet: look.sheet } : source;
      setPrepared({ table: wanted, source: from, look, fields: look.proposed, repeatsCompany: false });
    } catch (error) {
      if (turn === lastRead.current) setProblem(messageOf(error));
    }
  };
  const apply = async () => {
    if (!prepared || isBusy) return undefined;
    setBusy(true);
    try {
      const coderId = useDesk.getState().coderId;
      const done = countOutcomes(await getStudyApi().table.apply({ ...toCall(prepared), coderId }));
      setApplied(describeApplied(prepared.table, done));
      return done;
    } catch (error) {
      setProblem(messageOf(error));
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return {
    table,
    prepared,
    outcomes,
    problem,
    applied,
    isBusy,
    apply,
    read: (source: TableSource) => read(table, source),
    chooseTable: (wanted: PeopleTable) => {
      setTable(wanted);
      if (prepared) void read(wanted, withoutSheet(prepared.source));
    },
    chooseSheet: (sheet: string) => {
      if (prepared?.source.kind === 'file') void read(table, { ...prepared.source, sheet });
    },
    setHasHeads: (hasHeads: boolean) => {
      if (prepared) void read(table, prepared.source, hasHeads);
    },
    setRepeatsCompany: (repeatsCompany: boolean) =>
      setPrepared((former) => (former ? { ...former, repeatsCompany } : former)),
    setField: (column: number, field: string | null) =>
      setPrepared((former) =>
        former ? { ...former, fields: assignField(former.fields, column, field) } : former,
      ),
    clear: () => {
      lastRead.current += 1;
      setPrepared(null);
      setProblem(null);
      setApplied(null);
    },
  };
}

export type TableImport = ReturnType<typeof useTableImport>;

/** Another kind of table may stand on another sheet. */
function withoutSheet(source: TableSource): TableSource {
  return source.kind === 'file' ? { ...source, sheet: null } : source;
}

function toCall({ table, source, look, fields, repeatsCompany }: Prepared) {
  return { table, source, hasHeads: look.hasHeads, fields, repeatsCompany };
}

/** What applying would do, asked anew whenever the mapping or the study changes. */
function useOutcomes(prepared: Prepared | null, setProblem: (problem: string | null) => void) {
  const [outcomes, setOutcomes] = useState<TableRowOutcome[] | null>(null);
  const studyVersion = useStudyVersion();
  useEffect(() => {
    if (!prepared || studyVersion === '') return;
    let isOver = false;
    const timer = setTimeout(() => {
      getStudyApi()
        .table.check(toCall(prepared))
        .then(
          (found) => {
            if (isOver) return;
            setOutcomes(found);
            setProblem(null);
          },
          (error: unknown) => {
            if (!isOver) setProblem(messageOf(error));
          },
        );
    }, pauseBeforeCheck);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [prepared, studyVersion, setProblem]);
  return { outcomes: prepared && outcomes, setOutcomes };
}

/** Changes when people or sessions of the study do, for instance by undo while the dialog is open. */
function useStudyVersion(): string {
  const answers = [useCompanies(), usePractitioners(), useSessions(), useAttributes()];
  return answers.map(({ dataUpdatedAt }) => dataUpdatedAt).join(' ');
}

import type { ImportProblem } from '../../electron/ipc/contract/imports.ts';
import styles from './importing.module.css';

/** So many problems are shown one by one; a longer list is read in the copied report. */
const shownAtMost = 200;

/** Files that could not be read or imported, each with its sentence. */
export function ProblemList({ problems }: { problems: readonly ImportProblem[] }) {
  const rest = problems.length - shownAtMost;
  return (
    <ul className={styles.problemList} aria-label="Problems">
      {problems.slice(0, shownAtMost).map(({ path, message }) => (
        <li key={path} title={path}>
          <span className={styles.problemText} dir="auto">
            {message}
          </span>
          <button type="button" className={styles.link} onClick={() => window.casebench.showInFolder(path)}>
            Show the file
          </button>
        </li>
      ))}
      {rest > 0 && <li>and {rest.toLocaleString('en')} more, which stand in the copied report.</li>}
    </ul>
  );
}

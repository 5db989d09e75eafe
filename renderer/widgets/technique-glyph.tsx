import classes from './technique-glyph.module.css';

type Props = { letter: string; name?: string };

/** The letter of a technique in a small frame; its name is told to those who hover or listen. */
export function TechniqueGlyph({ letter, name }: Props) {
  return (
    <span className={classes.glyph} title={name ?? `Technique ${letter}`}>
      {letter}
    </span>
  );
}

import { newGuid } from '../guid.ts';
import { pipelineColour, stageColour } from '../model/colour.ts';
import { type Scheme, schemeSchema } from '../model/scheme.ts';
import { query, type ReadHandle, text, type WriteHandle } from '../sql.ts';
import { insertSchemeCode } from './codes.ts';

/** The schemes copied into the study. */
const activeScheme = query({ document: text }, 'SELECT document FROM schemes WHERE is_active = 1');
const parsed = new WeakMap<object, { document: string; scheme: Scheme }>();

/** Returns the scheme that the study is coded with. Throws when the study holds none. */
export function getScheme(read: ReadHandle): Scheme {
  const { document } = read.get(activeScheme);
  const known = parsed.get(read);
  if (known?.document === document) return known.scheme;
  const scheme = schemeSchema.parse(JSON.parse(document));
  parsed.set(read, { document, scheme });
  return scheme;
}

/** Copies a scheme into the study and makes a code of each of its items. */
export function insertScheme(write: WriteHandle, scheme: Scheme, sourceText: string): void {
  write.insert('schemes', {
    guid: newGuid(),
    schemeRef: scheme.id,
    version: scheme.version,
    name: scheme.name,
    document: JSON.stringify(scheme),
    sourceText,
    isActive: 1,
  });
  let position = 0;
  scheme.pipelines.forEach((pipeline, index) => {
    for (const item of pipeline.activities) {
      insertSchemeCode(write, {
        kind: 'activity',
        item,
        colour: pipelineColour(index),
        position: position++,
      });
    }
  });
  for (const stage of scheme.stages) {
    for (const item of stage.preconditions) {
      insertSchemeCode(write, {
        kind: 'precondition',
        item,
        colour: stageColour(stage.number),
        position: position++,
      });
    }
  }
}

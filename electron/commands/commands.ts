import { applyCommand } from './apply.ts';
import { checkCommand } from './check.ts';
import { figureCommand } from './figure.ts';
import { importCommand } from './import.ts';
import { newCommand, sampleCommand } from './new.ts';
import { originalCommand } from './original.ts';
import { tableCommand } from './table.ts';
import { mappingCommand, statsCommand, triangulationCommand } from './tables.ts';
import type { Command } from './usage.ts';

/** Every command, in the order of the work. */
export const commands: readonly Command[] = [
  sampleCommand,
  newCommand,
  importCommand,
  applyCommand,
  mappingCommand,
  triangulationCommand,
  tableCommand,
  figureCommand,
  originalCommand,
  statsCommand,
  checkCommand,
];

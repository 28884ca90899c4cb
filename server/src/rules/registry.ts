/** All rules, by id. */
import { connectorMismatch } from './connectorMismatch';
import { mergeConflict } from './mergeConflict';
import { operationConnectorMismatch } from './operationConnectorMismatch';
import { referenceInAnotherSolution } from './referenceInAnotherSolution';
import type { Rule } from './rule';
import { settingsConnectorMismatch } from './settingsConnectorMismatch';
import { settingsMissingReference } from './settingsMissingReference';
import { settingsUnbound } from './settingsUnbound';
import { settingsUnknownReference } from './settingsUnknownReference';
import { syntaxError } from './syntaxError';
import { undeclaredConnectionReference } from './undeclaredConnectionReference';
import { unknownConnectionKey } from './unknownConnectionKey';
import { unusedConnectionKey } from './unusedConnectionKey';
import { unusedConnectionReference } from './unusedConnectionReference';
import { useConnectionReferences } from './useConnectionReferences';

export const rules: readonly Rule[] = [
  connectorMismatch,
  mergeConflict,
  operationConnectorMismatch,
  referenceInAnotherSolution,
  settingsConnectorMismatch,
  settingsMissingReference,
  settingsUnbound,
  settingsUnknownReference,
  syntaxError,
  undeclaredConnectionReference,
  unknownConnectionKey,
  unusedConnectionKey,
  unusedConnectionReference,
  useConnectionReferences,
];

/** All rules, by id. */
import { operationConnectorMismatch } from './operationConnectorMismatch';
import type { Rule } from './rule';
import { unknownConnectionKey } from './unknownConnectionKey';
import { unusedConnectionKey } from './unusedConnectionKey';
import { useConnectionReferences } from './useConnectionReferences';

export const rules: readonly Rule[] = [
  operationConnectorMismatch,
  unknownConnectionKey,
  unusedConnectionKey,
  useConnectionReferences,
];

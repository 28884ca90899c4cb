/** All rules, by id. */
import { childFlowNotInSolution } from './childFlowNotInSolution';
import { connectorInSameSolution } from './connectorInSameSolution';
import { connectorMismatch } from './connectorMismatch';
import { connectorNotAllowed } from './connectorNotAllowed';
import { customConnectorInCanvasApp } from './customConnectorInCanvasApp';
import { displayNameNotUnique } from './displayNameNotUnique';
import { duplicateConnectionEntry } from './duplicateConnectionEntry';
import { duplicateConnectionKey } from './duplicateConnectionKey';
import { duplicateDeclaration } from './duplicateDeclaration';
import { generatedName } from './generatedName';
import { halfConvertedFlow } from './halfConvertedFlow';
import { inactiveConnectionReference } from './inactiveConnectionReference';
import { incompleteConnectionEntry } from './incompleteConnectionEntry';
import { invalidConfiguration } from './invalidConfiguration';
import { invokerWithoutCaller } from './invokerWithoutCaller';
import { legacyDataverseConnector } from './legacyDataverseConnector';
import { logicalNameCase } from './logicalNameCase';
import { malformedConnectorId } from './malformedConnectorId';
import { mergeConflict } from './mergeConflict';
import { misleadingConnectionKey } from './misleadingConnectionKey';
import { missingConnector } from './missingConnector';
import { missingOperationConnection } from './missingOperationConnection';
import { mixedDataGroups } from './mixedDataGroups';
import { namingConvention } from './namingConvention';
import { operationConnectorMismatch } from './operationConnectorMismatch';
import { publisherPrefix } from './publisherPrefix';
import { referenceInAnotherSolution } from './referenceInAnotherSolution';
import { referencesToConsolidate } from './referencesToConsolidate';
import type { Rule } from './rule';
import { settingsConnectionShape } from './settingsConnectionShape';
import { settingsConnectorMismatch } from './settingsConnectorMismatch';
import { settingsDuplicateEntry } from './settingsDuplicateEntry';
import { settingsMissingReference } from './settingsMissingReference';
import { settingsMissingVariable } from './settingsMissingVariable';
import { settingsOneConnectionTwoConnectors } from './settingsOneConnectionTwoConnectors';
import { settingsSameConnectionAcrossEnvironments } from './settingsSameConnectionAcrossEnvironments';
import { settingsUnbound } from './settingsUnbound';
import { settingsUnknownReference } from './settingsUnknownReference';
import { settingsUnknownVariable } from './settingsUnknownVariable';
import { syntaxError } from './syntaxError';
import { undeclaredConnectionReference } from './undeclaredConnectionReference';
import { unknownConnectionKey } from './unknownConnectionKey';
import { unknownRuntimeSource } from './unknownRuntimeSource';
import { unlistedFlow } from './unlistedFlow';
import { unusedConnectionKey } from './unusedConnectionKey';
import { unusedConnectionReference } from './unusedConnectionReference';
import { unusedSuppression } from './unusedSuppression';
import { useConnectionReferences } from './useConnectionReferences';
import { wrongHostValue } from './wrongHostValue';

export const rules: readonly Rule[] = [
  childFlowNotInSolution,
  connectorInSameSolution,
  connectorMismatch,
  connectorNotAllowed,
  customConnectorInCanvasApp,
  displayNameNotUnique,
  duplicateConnectionEntry,
  duplicateConnectionKey,
  duplicateDeclaration,
  generatedName,
  halfConvertedFlow,
  inactiveConnectionReference,
  incompleteConnectionEntry,
  invalidConfiguration,
  invokerWithoutCaller,
  legacyDataverseConnector,
  logicalNameCase,
  malformedConnectorId,
  mergeConflict,
  misleadingConnectionKey,
  missingConnector,
  missingOperationConnection,
  mixedDataGroups,
  namingConvention,
  operationConnectorMismatch,
  publisherPrefix,
  referenceInAnotherSolution,
  referencesToConsolidate,
  settingsConnectionShape,
  settingsConnectorMismatch,
  settingsDuplicateEntry,
  settingsMissingReference,
  settingsMissingVariable,
  settingsOneConnectionTwoConnectors,
  settingsSameConnectionAcrossEnvironments,
  settingsUnbound,
  settingsUnknownReference,
  settingsUnknownVariable,
  syntaxError,
  undeclaredConnectionReference,
  unknownConnectionKey,
  unknownRuntimeSource,
  unlistedFlow,
  unusedConnectionKey,
  unusedConnectionReference,
  unusedSuppression,
  useConnectionReferences,
  wrongHostValue,
];

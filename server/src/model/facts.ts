/**
 * What one file says, as plain data. Facts depend on the file's text and kind alone and name their places by path, so
 * an edit that only moves text leaves them equal. How each is read stands in the file of its kind.
 */
import type { Path } from '../base/path';
import type { Place } from './place';

export type Facts =
  | FlowFacts
  | FlowMetadataFacts
  | CustomizationsFacts
  | SolutionFacts
  | SettingsFacts
  | CanvasAppFacts
  | AgentReferencesFacts
  | EnvironmentVariableFacts;

/** Something that keeps (a part of) a file from being read. */
export interface Problem {
  readonly kind: 'syntax' | 'conflict';
  readonly message: string;
  readonly place: Place;
}

interface FactsBase {
  readonly problems: readonly Problem[];
}

/** A cloud flow's definition: `Workflows/<Name>-<GUID>.json`. */
export interface FlowFacts extends FactsBase {
  readonly kind: 'flow';
  /** Whether `properties.definition` is there: other JSON in `Workflows/` is no flow. */
  readonly hasDefinition: boolean;
  readonly entries: readonly ConnectionEntry[];
  /** Triggers and actions that use a connection or call a child flow, at any depth. */
  readonly steps: readonly Step[];
  /** Keys that expressions outside a step's host name: `parameters('$connections')['key']`. */
  readonly otherKeyUses: readonly string[];
}

/** One entry of a flow's `properties.connectionReferences`. */
export interface ConnectionEntry {
  readonly key: string;
  /** The last segment of the connector's id as written (`shared_office365`), and where that stands. */
  readonly connector?: NamedAt;
  /** The connection reference that the entry is bound to; undefined when it is missing or empty. */
  readonly logicalName?: string;
  /** The connection that the entry names directly. An exported solution never has it. */
  readonly connectionName?: string;
  /** As written; `embedded` or `invoker` in sound files. */
  readonly runtimeSource?: string;
}

export interface NamedAt {
  readonly name: string;
  readonly path: Path;
}

/** A trigger or action. */
export interface Step {
  readonly name: string;
  readonly isTrigger: boolean;
  /** Names of the actions around it, outermost first; branches of a condition or switch are told as well. */
  readonly scopes: readonly string[];
  readonly path: Path;
  readonly type: string;
  /** The connection key that it names, and how (see domain: three ways). */
  readonly key?: StepKey;
  /** `host.apiId` as written. */
  readonly apiId?: string;
  readonly operationId?: string;
  /** The GUID of the child flow that it calls, as written. */
  readonly childFlow?: string;
}

export interface StepKey {
  readonly name: string;
  /** Below the step. */
  readonly path: Path;
  /** Whether the key stands within an expression instead of being the whole value. */
  readonly inExpression: boolean;
}

/** What a packer says of a flow beside its definition. */
export interface FlowMetadata {
  /** Lower case, without braces. */
  readonly guid?: string;
  readonly name?: string;
  /** The definition's path as the metadata name it (`/Workflows/….json`). */
  readonly jsonFileName?: string;
  readonly isOn?: boolean;
  /** Whether an agent owns the flow (`ModernFlowType` 1). */
  readonly isAgentFlow: boolean;
}

/** `<flow>.json.data.xml` of an unpacked solution. */
export interface FlowMetadataFacts extends FactsBase {
  readonly kind: 'flowMetadata';
  readonly metadata: FlowMetadata;
}

/** `Customizations.xml`. */
export interface CustomizationsFacts extends FactsBase {
  readonly kind: 'customizations';
  readonly declarations: readonly Declaration[];
  /** Metadata of cloud flows: only an extracted zip has them here. */
  readonly flows: readonly FlowMetadata[];
}

/** One `<connectionreference>` of a solution. */
export interface Declaration {
  readonly logicalName: string;
  readonly displayName?: string;
  readonly description?: string;
  /** As written: `/providers/Microsoft.PowerApps/apis/shared_x`. */
  readonly connectorId?: string;
  readonly isCustomConnector: boolean;
  readonly path: Path;
}

/** `Solution.xml`. */
export interface SolutionFacts extends FactsBase {
  readonly kind: 'solution';
  readonly uniqueName?: string;
  readonly displayName?: string;
  readonly version?: string;
  readonly isManaged: boolean;
  readonly prefix?: string;
  readonly missingReferences: readonly MissingReference[];
}

/** A connection reference that another solution must bring, from `MissingDependencies`. */
export interface MissingReference {
  readonly logicalName: string;
  readonly displayName?: string;
  /** The solution that has it; undefined when it is in none (`Active`), which makes it a defect. */
  readonly baseSolution?: string;
}

/** A deployment settings file: binds references to connections in one environment. */
export interface SettingsFacts extends FactsBase {
  readonly kind: 'settings';
  /** Whether there is a list of references at all, and where. */
  readonly referencesPath?: Path;
  readonly bindings: readonly Binding[];
  readonly variables: readonly string[];
}

/** One reference's entry in a settings file. */
export interface Binding {
  readonly logicalName: string;
  readonly logicalNamePath: Path;
  /** As written, undefined when there is no such property. */
  readonly connectionId?: string;
  readonly connectionIdPath: Path;
  readonly connectorId?: string;
  readonly connectorIdPath: Path;
}

/** `CanvasApps/<name>.meta.xml`. */
export interface CanvasAppFacts extends FactsBase {
  readonly kind: 'canvasApp';
  readonly name: string;
  readonly uses: readonly ReferenceUse[];
  /** Connectors (`shared_x`) that the app uses without naming a reference: older exports never name one. */
  readonly unnamedConnectors: readonly string[];
}

/** `Assets/botcomponent_connectionreferenceset.xml`. */
export interface AgentReferencesFacts extends FactsBase {
  readonly kind: 'agentReferences';
  readonly uses: readonly AgentUse[];
}

export interface AgentUse extends ReferenceUse {
  /** The agent's schema name: the first part of the component's. */
  readonly agent: string;
}

/** `environmentvariabledefinitions/<schema>/environmentvariabledefinition.xml`. */
export interface EnvironmentVariableFacts extends FactsBase {
  readonly kind: 'environmentVariable';
  readonly schemaName: string;
  readonly uses: readonly ReferenceUse[];
}

/** A connection reference's name in an app, agent or variable. */
export interface ReferenceUse {
  readonly logicalName: string;
  readonly place: Place;
}

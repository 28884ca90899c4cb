/**
 * What one file says, as plain data. Facts depend on the file's text and kind alone and name their places by path, so
 * an edit that only moves text leaves them equal. How each is read stands in the file of its kind.
 */
import type { Message } from '../base/l10n';
import type { Path } from '../base/path';
import type { Place } from './place';

export type Facts =
  | FlowFacts
  | FlowMetadataFacts
  | CustomizationsFacts
  | SolutionFacts
  | SolutionPartFacts
  | SettingsFacts
  | CanvasAppFacts
  | AgentReferencesFacts
  | AgentFacts
  | EnvironmentVariableFacts
  | EnvironmentVariableValueFacts
  | ConnectorFacts
  | ConfigurationFacts
  | BaselineFacts;

/** Something that keeps (a part of) a file from being read. */
export interface Problem {
  readonly kind: 'syntax' | 'conflict';
  readonly message: Message;
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
  /** What a flow package says of its flow; a solution says it beside the definition. */
  readonly displayName?: string;
  readonly entries: readonly ConnectionEntry[];
  /** Triggers and actions that use a connection or call a child flow, at any depth. */
  readonly steps: readonly Step[];
  /** Keys that stand more than once in `connectionReferences`: only the last entry of each is read. */
  readonly duplicateKeys: readonly string[];
  /** Types of the triggers as written: `Recurrence`, `Request`, …. */
  readonly triggerTypes: readonly string[];
  /** Schema names of the environment variables that the flow reads. */
  readonly variables: readonly NamedAt[];
  /** Keys that expressions outside a step's host name: `parameters('$connections')['key']`. */
  readonly otherKeyUses: readonly string[];
}

/** One entry of a flow's `properties.connectionReferences`. */
export interface ConnectionEntry {
  readonly key: string;
  /** The last segment of the connector's id as written (`shared_office365`), and where that stands. */
  readonly connector?: ConnectorAt;
  /** The connection reference that the entry is bound to; undefined when it is missing or empty. */
  readonly logicalName?: string;
  /** The connection that the entry names directly. An exported solution never has it. */
  readonly connectionName?: string;
  /** Where that stands: alone, or at the end of an id. */
  readonly connectionPath?: Path;
  /** As written; `embedded` or `invoker` in sound files. */
  readonly runtimeSource?: string;
  /** `impersonation.source` as written: whose name the steps act in (`invoker`), by whichever connection. */
  readonly impersonation?: string;
}

export interface NamedAt {
  readonly name: string;
  readonly path: Path;
}

export interface ConnectorAt extends NamedAt {
  /** As written, where the name is only a part of it. */
  readonly id?: string;
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
  /** The `<Workflow>` element. */
  readonly path: Path;
  /** Lower case, without braces. */
  readonly guid?: string;
  readonly name?: string;
  /** The definition's path as the metadata name it (`/Workflows/….json`). */
  readonly jsonFileName?: string;
  readonly isOn?: boolean;
  /** Whether it is a cloud flow, and no classic workflow, business rule or the like. */
  readonly isCloudFlow: boolean;
  /** Whether an agent owns the flow (`ModernFlowType` 1). */
  readonly isAgentFlow: boolean;
}

/** `<flow>.json.data.xml` of an unpacked solution; classic workflows have `.xaml.data.xml`. */
export interface FlowMetadataFacts extends FactsBase {
  readonly kind: 'flowMetadata';
  readonly metadata: FlowMetadata;
}

/** `Customizations.xml`, or one reference of the YAML source layout. */
export interface CustomizationsFacts extends FactsBase {
  readonly kind: 'customizations';
  readonly declarations: readonly Declaration[];
  /** Metadata of flows and classic workflows: only an extracted zip has them here. */
  readonly flows: readonly FlowMetadata[];
  /** Canvas apps: only an extracted zip has them here. */
  readonly apps: readonly CanvasApp[];
  /** Custom connectors: only an extracted zip has them here. */
  readonly connectors: readonly CustomConnector[];
  readonly disablingComments: readonly DisablingComment[];
}

/** One `<connectionreference>` of a solution. */
export interface Declaration {
  readonly logicalName: string;
  readonly logicalNamePath: Path;
  readonly displayName?: string;
  readonly displayNamePath?: Path;
  readonly description?: string;
  /** As written: `/providers/Microsoft.PowerApps/apis/shared_x`. */
  readonly connectorId?: string;
  readonly connectorIdPath?: Path;
  readonly isCustomConnector: boolean;
  /** The custom connector's own GUID, folded. */
  readonly customConnectorGuid?: string;
  /** As written; 0 and 1 in every export. */
  readonly stateCode?: string;
  readonly statusCode?: string;
  readonly path: Path;
}

/** `Solution.xml`, or `solution.yml`. */
export interface SolutionFacts extends FactsBase {
  readonly kind: 'solution';
  readonly uniqueName?: string;
  readonly uniqueNamePath?: Path;
  readonly displayName?: string;
  readonly version?: string;
  readonly isManaged: boolean;
  /** Whether it is in the YAML source layout: then parts of it stand in files beside it. */
  readonly isYaml?: true;
  readonly prefix?: string;
  readonly missingReferences: readonly MissingReference[];
  /** Root components that are flows, classic workflows or business rules (type 29). */
  readonly listedFlows: readonly ListedFlow[];
  /** Root components that are custom connectors or environment variables. */
  readonly listedNames: readonly ListedName[];
}

/** `solutioncomponents.yml` or `missingdependencies.yml`, beside a `solution.yml`. */
export interface SolutionPartFacts extends FactsBase {
  readonly kind: 'solutionPart';
  /** Paths of what belongs to the solution, below the folder that holds `solutions/`. */
  readonly components: readonly string[];
  /** Undefined where the file does not tell them. */
  readonly missingReferences?: readonly MissingReference[];
}

export interface ListedFlow {
  /** As written, mostly with braces. */
  readonly guid: string;
  readonly path: Path;
}

export interface ListedName extends NamedAt {
  readonly of: 'connector' | 'variable';
}

/** A connection reference that another solution must bring, from `MissingDependencies`. */
export interface MissingReference {
  readonly logicalName: string;
  readonly logicalNamePath: Path;
  readonly displayName?: string;
  /** The solution that has it; undefined when it is in none (`Active`), which makes it a defect. */
  readonly baseSolution?: string;
  /** Where that stands, with a version behind it. */
  readonly baseSolutionPath?: Path;
}

/** A deployment settings file: binds references to connections in one environment. */
export interface SettingsFacts extends FactsBase {
  readonly kind: 'settings';
  /** Whether there is a list of references at all, and where. */
  readonly referencesPath?: Path;
  readonly bindings: readonly Binding[];
  /** Whether there is a list of environment variables at all, and where. */
  readonly variablesPath?: Path;
  readonly variables: readonly VariableValue[];
}

export interface VariableValue {
  readonly schemaName: string;
  readonly path: Path;
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
export interface CanvasAppFacts extends FactsBase, CanvasApp {
  readonly kind: 'canvasApp';
}

export interface CanvasApp {
  readonly name: string;
  readonly uses: readonly ReferenceUse[];
  /** Connectors (`shared_x`) that the app uses, and where their ids stand. */
  readonly connectors: readonly ConnectorUse[];
  /** Those that it uses without naming a reference: older exports never name one. */
  readonly unnamedConnectors: readonly string[];
}

export interface ConnectorUse {
  readonly name: string;
  readonly place: Place;
}

/** `Assets/botcomponent_connectionreferenceset.xml`, or `connectionreferences.mcs.yml` of an agent's workspace. */
export interface AgentReferencesFacts extends FactsBase {
  readonly kind: 'agentReferences';
  readonly uses: readonly AgentUse[];
}

export interface AgentUse extends ReferenceUse {
  /** The agent's schema name: the first part of the component's. A workspace does not say it: its folder does. */
  readonly agent?: string;
  /** The connector's name as in `shared_office365`. */
  readonly connector?: string;
  /** Where its id stands. */
  readonly connectorPlace?: Place;
}

/** What an agent is called: `bots/<schema>/bot.xml`, or `settings.mcs.yml` of its workspace. */
export interface AgentFacts extends FactsBase {
  readonly kind: 'agent';
  readonly schemaName?: string;
  readonly displayName?: string;
}

/** `environmentvariabledefinitions/<schema>/environmentvariabledefinition.xml`. */
export interface EnvironmentVariableFacts extends FactsBase {
  readonly kind: 'environmentVariable';
  readonly schemaName: string;
  /** Undefined where the file does not say it, but its folder does. */
  readonly schemaNamePath?: Path;
  readonly hasDefault: boolean;
  readonly uses: readonly ReferenceUse[];
}

/** `environmentvariabledefinitions/<schema>/environmentvariablevalues.json`: the value that the solution brings along. */
export interface EnvironmentVariableValueFacts extends FactsBase {
  readonly kind: 'environmentVariableValue';
}

/** `Connectors/<name>.xml`. */
export interface ConnectorFacts extends FactsBase {
  readonly kind: 'connector';
  readonly connector?: CustomConnector;
}

export interface CustomConnector {
  /** `contoso_5Forders`: equals `api.logicalName` in flows. */
  readonly name: string;
  readonly displayName?: string;
  /** The `<Connector>` element. */
  readonly path: Path;
  /** Folded; equals the reference's `customconnectorid`. */
  readonly guid?: string;
}

export type ConfiguredSeverity = 'error' | 'warning' | 'info' | 'hint' | 'off';

/** `connref.json`: what a team has decided. Paths lead to the places in the file. */
export interface ConfigurationFacts extends FactsBase {
  readonly kind: 'configuration';
  /** Paths of other configurations, relative to this file; later ones win, and this one over all. */
  readonly extends: readonly string[];
  readonly rules: readonly RuleSetting[];
  readonly overrides: readonly Override[];
  readonly environments: readonly EnvironmentSetting[];
  /** Globs of files that are taken for not there. */
  readonly exclude: readonly string[];
  readonly naming: Naming;
  readonly connectors: ConnectorLists;
  readonly suppressions: readonly Suppression[];
  /** The path of a baseline, relative to this file. */
  readonly baseline?: string;
  /** Wrong types and unknown names. */
  readonly issues: readonly ConfigurationIssue[];
}

export interface ConfigurationIssue {
  readonly place: Place;
  readonly message: Message;
}

export interface RuleSetting {
  readonly rule: string;
  readonly severity: ConfiguredSeverity;
  readonly path: Path;
}

export interface Override {
  readonly files: readonly string[];
  readonly rules: readonly RuleSetting[];
  readonly path: Path;
}

export interface EnvironmentSetting {
  readonly name: string;
  readonly files: readonly string[];
  /** Whether everything must be bound there when the settings file is used. */
  readonly strict: boolean;
  /** Unique names of the solutions that the files are for; empty for those that the folder tells. */
  readonly solutions: readonly string[];
  readonly path: Path;
}

export interface Naming {
  /** `{area} – {connector} – {type}`. */
  readonly template?: string;
  /** A regular expression for the whole display name. */
  readonly pattern?: string;
}

/** Connector names such as `shared_office365`, with or without `shared_`. */
export interface ConnectorLists {
  readonly allow: readonly string[];
  readonly block: readonly string[];
  readonly business: readonly string[];
  readonly nonBusiness: readonly string[];
}

export interface Suppression {
  readonly rule: string;
  /** Globs; empty for all files. */
  readonly files: readonly string[];
  readonly pointer?: string;
  /** A logical name or connection key that the finding's place holds. */
  readonly name?: string;
  readonly reason?: string;
  /** The last day on which it holds, `2027-01-31`. */
  readonly expires?: string;
  readonly path: Path;
}

export interface BaselineFacts extends FactsBase {
  readonly kind: 'baseline';
  readonly entries: readonly BaselineEntry[];
}

export interface BaselineEntry {
  readonly rule: string;
  /** Relative to the baseline's folder. */
  readonly file: string;
  readonly pointer: string;
  readonly path: Path;
}

/** `<!-- connref-disable-next-line <rule>: <reason> -->` in an XML file. */
export interface DisablingComment {
  readonly rules: readonly string[];
  readonly reason?: string;
  /** Places on the next line: findings at one of them are suppressed. */
  readonly paths: readonly Path[];
  readonly place: Place;
}

/** A connection reference's name in an app, agent or variable. */
export interface ReferenceUse {
  readonly logicalName: string;
  readonly place: Place;
}

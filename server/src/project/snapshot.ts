/**
 * The whole workspace at one moment: every file's facts, and how connectors, references, flows, apps, agents and
 * settings hang together. Immutable; a change gives a new one. It knows no positions and no texts.
 */
import type {
  Binding,
  ConnectionEntry,
  CustomConnector,
  Declaration,
  Facts,
  FlowFacts,
  FlowMetadata,
  MissingReference,
  SettingsFacts,
} from '../model/facts';
import type { FileId, FilePlace } from '../model/place';
import type { Configuration } from './configuration';
import type { EditorSettings } from './editorSettings';

export interface Solution {
  /** The folder above `Other/`, or the one that holds `solution.xml` in an extracted zip. */
  readonly root: FileId;
  /** `Solution.xml`. */
  readonly file: FileId;
  /** The unique name; the root folder's name where it is missing. */
  readonly name: string;
  readonly displayName?: string;
  readonly version?: string;
  readonly isManaged: boolean;
  /** Whether `Solution.xml` could be read in full: else it may expect more of base solutions than `missing` tells. */
  readonly isManifestRead: boolean;
  readonly declarations: readonly DeclaredReference[];
  /** Whether the declarations are all that it has: its `Customizations.xml` may be missing, or broken. */
  readonly customizations: 'read' | 'missing' | 'broken';
  readonly flows: readonly Flow[];
  /** Whether a flow, app, agent or variable of it can't be read (in full), so that its uses are not known. */
  readonly hasUnreadUses: boolean;
  /** Whether an app or an agent is part of it. */
  readonly hasAppOrAgent: boolean;
  /** Connectors that its apps use without naming a reference, folded. */
  readonly connectorsOfApps: ReadonlySet<string>;
  /** References that other solutions must bring, by folded logical name. */
  readonly missing: ReadonlyMap<string, MissingReference>;
  readonly variables: readonly EnvironmentVariable[];
  readonly connectors: readonly ConnectorIn[];
  /** The publisher's prefix of names, without the underscore. */
  readonly prefix?: string;
  /** Folded GUIDs of the flows and classic workflows that the root components list. */
  readonly listedFlows: ReadonlySet<string>;
  /** Folded GUIDs of those that have a file. */
  readonly workflowGuids: ReadonlySet<string>;
}

export interface EnvironmentVariable {
  readonly schemaName: string;
  /** Whether the solution brings a value or a default. */
  readonly hasValue: boolean;
  readonly at: FilePlace;
}

/** A custom connector where a solution has it. */
export interface ConnectorIn {
  readonly connector: CustomConnector;
  /** The display name; one made of its name where there is none. */
  readonly title: string;
  readonly solution: Solution;
  readonly at: FilePlace;
}

/** A connection reference where a solution declares it. */
export interface DeclaredReference {
  readonly logicalName: string;
  /** The display name; the logical name where there is none. */
  readonly title: string;
  readonly declaration: Declaration;
  /** The connector's name as in `shared_office365`; undefined when the declaration names none. */
  readonly connector?: string;
  readonly solution: Solution;
  readonly at: FilePlace;
}

export interface Flow {
  readonly file: FileId;
  readonly facts: FlowFacts;
  /** Undefined for a definition that lies outside every solution. */
  readonly solution?: Solution;
  /** The display name; the file's name without its GUID where no metadata tell it. */
  readonly name: string;
  /** Folded; undefined when neither metadata nor file name tell it. */
  readonly guid?: string;
  readonly metadata?: FlowMetadata;
}

/** Something that uses a reference. */
export type Use = FlowUse | OtherUse;

export interface FlowUse {
  readonly by: 'flow';
  readonly flow: Flow;
  readonly entry: ConnectionEntry;
  readonly at: FilePlace;
}

export interface OtherUse {
  readonly by: 'app' | 'agent' | 'variable';
  /** The app's or agent's display name, or the variable's schema name. */
  readonly name: string;
  /** The agent's: it tells agents of one name apart. */
  readonly schemaName?: string;
  /** As written. */
  readonly logicalName: string;
  readonly solution?: Solution;
  /** The connector's name, where the user says it. */
  readonly connector?: string;
  readonly at: FilePlace;
}

export interface SettingsFile {
  readonly file: FileId;
  readonly facts: SettingsFacts;
  readonly environment: string;
  /** Whether everything must be bound there when the file is used. */
  readonly isStrict: boolean;
  /** The solutions that it is for. */
  readonly solutions: readonly Solution[];
}

export interface BindingIn {
  readonly binding: Binding;
  readonly settings: SettingsFile;
}

export interface Snapshot {
  readonly files: ReadonlyMap<FileId, Facts>;
  /** Those that a configuration excludes as well. */
  readonly allFiles: ReadonlyMap<FileId, Facts>;
  /** By root folder; without copies. */
  readonly solutions: readonly Solution[];
  /**
   * Exports of solutions whose source is in the workspace too, each with that one. A copy counts for nothing: only
   * `solutionOf` and `flowAt` know of it, so that its files can be explained.
   */
  readonly copies: ReadonlyMap<Solution, Solution>;
  /** By file; only files that have a definition. */
  readonly flows: readonly Flow[];
  readonly settings: readonly SettingsFile[];
  /** Every logical name that is declared, used or bound anywhere, folded. */
  readonly names: ReadonlySet<string>;
  /** The solution whose root is the deepest one around the file. */
  solutionOf(file: FileId): Solution | undefined;
  /** Whether findings of the file are told: those of a flow package never are, nor those of a copy. */
  isReported(file: FileId): boolean;
  flowAt(file: FileId): Flow | undefined;
  /**
   * @param from whose step or file names the GUID: its own flow is meant where several solutions have one of this GUID,
   * as variants of one solution do.
   */
  flowByGuid(guid: string, from: Solution | undefined): Flow | undefined;
  /** More than one where several solutions have it. */
  flowsWithGuid(guid: string): readonly Flow[];
  settingsAt(file: FileId): SettingsFile | undefined;
  declarationsOf(logicalName: string): readonly DeclaredReference[];
  /** The references of a connector, in the order of their solutions. */
  declarationsFor(connector: string): readonly DeclaredReference[];
  usesOf(logicalName: string): readonly Use[];
  bindingsOf(logicalName: string): readonly BindingIn[];
  /** Every binding to a connection, by its id as written. */
  bindingsTo(connectionId: string): readonly BindingIn[];
  configurationOf(file: FileId): Configuration;
  /** What the editor says for its folders; on the command line there is nothing of it. */
  readonly editorSettings: readonly EditorSettings[];
  /** Whether a flow or classic workflow of this GUID has a file in the workspace. */
  hasWorkflow(guid: string): boolean;
}

/** The path of an entry within a flow file. */
export function entryPath(key: string): readonly string[] {
  return ['properties', 'connectionReferences', key];
}

export function runtimeSourcePath(key: string): readonly string[] {
  return [...entryPath(key), 'runtimeSource'];
}

/** The path of the logical name that an entry is bound to. */
export function logicalNamePath(key: string): readonly string[] {
  return [...entryPath(key), 'connection', 'connectionReferenceLogicalName'];
}

/** The steps of a flow that use a connection key. */
export function stepsOf(flow: Flow, key: string): Flow['facts']['steps'] {
  return flow.facts.steps.filter((step) => step.key?.name === key);
}

/** What client and server say to each other beyond the language server protocol. Types only: both sides import it. */
import type { Location, Position, TextDocumentIdentifier, WorkspaceEdit } from 'vscode-languageserver-types';
import type { WorkspaceCounts } from '../features/counts';
import type { GraphFilter } from '../features/graphFilter';
import type { Graph } from '../features/graphModel';
import type { Matrix } from '../features/matrixModel';
import type { Shown } from '../features/codeLens';
import type { Inventory } from '../features/inventory';
import type { JudgedNames, TypedNames } from '../features/referenceNames';
import type { Target } from '../features/target';
import type { RefactorRequest } from '../refactor/request';
import type { TreeItem } from '../features/tree';
import type { TreeGrouping, TreeOptions } from '../features/treeView';

/** `initializationOptions` of the server. */
export interface InitializationOptions {
  /** Where a rule's documentation page is, `{rule}` standing for its id; without it, the file beside the server. */
  readonly documentationUri?: string;
  /** Whether the client has the commands `connref.explain` and `connref.suppress`: the light bulb offers them then. */
  readonly hasCommands?: boolean;
  /** Whether the client shows how far reading has come itself, told by `connref/indexing`. */
  readonly showsIndexing?: boolean;
  /** Those of the workspace's folders that lie on no disk, whose files the client gives. No others are read. */
  readonly virtualSchemes?: readonly VirtualScheme[];
  /** The texts of the client's language, by those of the code (`bundle.l10n.json`); English without them. */
  readonly texts?: Readonly<Record<string, string>>;
}

export interface VirtualScheme {
  readonly scheme: string;
  readonly isReadOnly: boolean;
}

/** Counts of the whole workspace. */
export type Summary = WorkspaceCounts;

/** Server → client notification: what the tree and the counts show has changed. */
export const changedMethod = 'connref/changed';
export type ChangedParams = Summary;

/** Request: the nodes below a node of the tree, or the top ones. */
export const treeChildrenMethod = 'connref/treeChildren';
export type { TreeGrouping, TreeOptions };
export interface TreeChildrenParams extends TreeOptions {
  readonly id?: string;
}
export type TreeChildrenResult = readonly TreeNode[];

export type TreeNodeKind = TreeItem['kind'];

export interface TreeNode {
  /** Stable as long as the thing stands at the same place of the tree. */
  readonly id: string;
  readonly kind: TreeNodeKind;
  /** Text, never markup. */
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: string;
  readonly hasChildren: boolean;
  /** The file that a click opens: where in it, `treeLocationMethod` tells. */
  readonly uri?: string;
  /** The worst finding of the thing itself, hints aside; of all below it, where it is made of these. */
  readonly severity?: 'error' | 'warning' | 'info';
  /** What commands of its menu are about, with the URI of the file. */
  readonly about?: Target;
  /** For a connection: what it is, so that it gets its icon. */
  readonly connectionState?: 'bound' | 'token' | 'unbound' | 'direct';
  /** Whether it is only shown because a node below matches the filter. */
  readonly isOnTheWay?: true;
}

/**
 * Request: where a node stands of the tree that was last asked for; null when it is gone. To find it means to read the
 * file, which a click can wait for, and a list of a hundred flows can't.
 */
export const treeLocationMethod = 'connref/treeLocation';
export interface TreeLocationParams {
  readonly id: string;
}
export type TreeLocationResult = Location | null;

/** Request: the ids of the nodes from the top down to what a position is about; empty where the tree has none. */
export const treePathAtMethod = 'connref/treePathAt';
export interface TreePathAtParams extends TreeOptions {
  readonly uri: string;
  readonly position: Position;
}
export type TreePathAtResult = readonly string[];

/** Request: the edit that makes all fixes of one group in a scope; null when there is nothing to do. */
export const fixAllMethod = 'connref/fixAll';
export interface FixAllParams {
  readonly group: 'remove-connections' | 'use-reference';
  readonly scope: 'flow' | 'solution' | 'workspace';
  /** A file of the flow or solution; not needed for the workspace. */
  readonly uri?: string;
}
export type FixAllResult = WorkspaceEdit | null;

/** Request: the counts as they are now. */
export const summaryMethod = 'connref/summary';
export type SummaryResult = Summary;

/** Request: the edit after which somebody is told of findings no more. The argument of the command `connref.suppress`. */
export const suppressMethod = 'connref/suppress';
export interface SuppressParams {
  /** A file with such findings. */
  readonly uri: string;
  readonly rule: string;
  /** Here by an entry of the configuration or by a comment, in this file, or wherever the configuration holds. */
  readonly scope: 'here' | 'comment' | 'file' | 'rule';
  /** Where the findings are, for those that are suppressed here. */
  readonly pointers: readonly string[];
  /** Why; not needed to turn a rule off. */
  readonly reason?: string;
}
export interface SuppressResult {
  readonly edit?: WorkspaceEdit;
  /** The configuration, where the edit makes it. */
  readonly createdUri?: string;
  /** Why there is no edit. */
  readonly message?: string;
}

/** Request: a first configuration for a folder of the workspace. */
export const createConfigurationMethod = 'connref/createConfiguration';
export interface CreateConfigurationParams {
  readonly folderUri: string;
}
export interface CreateConfigurationResult {
  /** The one that is there already, in the folder or above, or the one that the edit makes. */
  readonly uri: string;
  readonly edit?: WorkspaceEdit;
}

/** Server → client requests: what lies at a URI of a virtual scheme, and what is in a file. Null where it can't be told. */
export const lookMethod = 'connref/look';
export const readMethod = 'connref/read';
export interface RemoteParams {
  readonly uri: string;
}
export type LookResult = 'file' | FolderContent | null;
export type ReadResult = FileContent | null;
export interface FolderContent {
  readonly entries: readonly FolderEntry[];
}
export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder';
}
export interface FileContent {
  readonly base64: string;
}

/** Scheme of the files in an archive that is open as a folder of the workspace; otherwise its URIs are those of files. */
export const archiveScheme = 'connref-zip';

/** Request: whether an archive on disk can be opened. */
export const checkArchiveMethod = 'connref/checkArchive';
/** Requests: what an archive or something in it is, what a folder holds, and what is in a file. Null when it is not there. */
export const statInArchiveMethod = 'connref/statInArchive';
export const listInArchiveMethod = 'connref/listInArchive';
export const readInArchiveMethod = 'connref/readInArchive';
export interface ArchiveParams {
  readonly uri: string;
}
/** Why an archive can't be read, as a sentence. */
export interface ArchiveProblem {
  readonly problem: string;
}
export type CheckArchiveResult = ArchiveProblem | null;
export interface ArchiveStat {
  readonly kind: 'file' | 'folder';
  readonly size: number;
  /** In milliseconds since 1970. */
  readonly modified: number;
}
export type InArchiveResult<T extends ArchiveStat | FolderContent | FileContent> = T | ArchiveProblem | null;

/** Server → client notification: an archive that is open as a folder has changed. */
export const archiveChangedMethod = 'connref/archiveChanged';
export interface ArchiveChangedParams {
  readonly changes: readonly { readonly uri: string; readonly type: 'created' | 'changed' | 'deleted' }[];
}

/** Request: the graph of the workspace, or the part of it that is asked for. */
export const graphMethod = 'connref/graph';
export interface GraphParams {
  /** All where there is none. */
  readonly scope?: GraphScope;
  readonly filter?: GraphFilter;
}
export type GraphScope =
  | { readonly kind: 'workspace' }
  /** By the id of the solution. */
  | { readonly kind: 'solution'; readonly id: string }
  /** By the id of the node. */
  | { readonly kind: 'around'; readonly id: string };
export interface GraphResult extends Graph {
  /** The name of the solution or of the node; undefined when it is gone, and for the workspace. */
  readonly title?: string;
}

/** Request: what the graph has at a position, so that it can be shown there. */
export const graphAtMethod = 'connref/graphAt';
export interface GraphAtParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly position: Position;
}
export interface GraphAtResult {
  /** The id of the node. */
  readonly node?: string;
  /** The id of the solution that the file belongs to. */
  readonly solution?: string;
}

/** Request: where a node of the graph stands; null when there is no place that could be opened. */
export const graphLocationMethod = 'connref/graphLocation';
export interface GraphLocationParams {
  readonly id: string;
}
export type GraphLocationResult = Location | null;

/** Request: the places that a code lens is about. The first argument of the command `connref.showPlaces`. */
export const shownPlacesMethod = 'connref/shownPlaces';
export interface ShownPlacesParams {
  /** The file that shows the lens. */
  readonly uri: string;
  readonly shows: Shown;
}
export type ShownPlacesResult = readonly Location[];

/** Request: which connection each reference has in each environment. */
export const matrixMethod = 'connref/matrix';
export type MatrixResult = Matrix;

/** Request: where a row or a cell of the matrix stands; null when there is no such place. */
export const matrixLocationMethod = 'connref/matrixLocation';
export interface MatrixLocationParams {
  readonly reference: string;
  /** Of a cell. */
  readonly environment?: string;
}
export type MatrixLocationResult = Location | null;

/** Request: what must be owned by whoever turns a flow or a solution on, as Markdown; null when there is no flow. */
export const needsMethod = 'connref/needs';
export interface NeedsParams {
  /** The flow, or a file of the solution. */
  readonly uri: string;
  readonly scope: 'flow' | 'solution';
  readonly environment?: string;
}
export type NeedsResult = {
  /** Text, as names in files are, and no Markdown. */
  readonly title: string;
  readonly markdown: string;
} | null;

/** Request: the order in which the solutions can be imported, and why, as Markdown. */
export const importOrderMethod = 'connref/importOrder';
export interface ImportOrderResult {
  readonly markdown: string;
}

/** Server → client notification, for clients that show it themselves: how far reading the folders has come. */
export const indexingMethod = 'connref/indexing';
export interface IndexingParams {
  readonly isIndexing: boolean;
  readonly filesRead: number;
}

/** Request: what a report of an issue may tell of a workspace: numbers, and no name, path or content. */
export const statisticsMethod = 'connref/statistics';
export interface Statistics {
  readonly folders: number;
  /** How many of each kind. */
  readonly files: Readonly<Record<string, number>>;
  /** Files and folders that could not be read. */
  readonly unreadable: number;
  readonly solutions: number;
  readonly flows: number;
  /** Undefined as long as it has not come to its end. */
  readonly read?: Duration;
  readonly check?: Duration;
  /** Defects that were caught since the server started. */
  readonly crashes: number;
  readonly memoryMegabytes: number;
  readonly node: string;
}
export interface Duration {
  readonly files: number;
  readonly milliseconds: number;
}

/** What requests and their answers hold, as the engine has it: a client knows it from here. */
export type {
  BindingChoice,
  ConnectorChoice,
  FlowChoice,
  Inventory,
  KeyChoice,
  ReferenceChoice,
  SettingsChoice,
  SolutionChoice,
} from '../features/inventory';
export type { Target } from '../features/target';
export type { Candidate } from '../project/fitting';
export type { ConvertRequest, KeyUse, RefactorRequest, RemoveUnusedRequest, UseRequest } from '../refactor/request';

/**
 * Request: plans a refactoring. Here and in the requests below, properties that hold a file in the engine (`file`,
 * `fromFile`, `toFile`) hold its URI.
 */
export const refactorMethod = 'connref/refactor';
export interface RefactorParams {
  readonly request: RefactorRequest;
  /** False where people see what is changed as they enter it; by default, what they don't see is shown first. */
  readonly withPreview?: boolean;
}
export interface RefactorResult {
  /** What the change does. */
  readonly title?: string;
  /** Undefined where nothing is to be changed. */
  readonly edit?: WorkspaceEdit;
  /** What a person should know before. */
  readonly notes: readonly string[];
  /** What was asked for and stays as it is. */
  readonly left: readonly LeftOver[];
  /** Why nothing of it can be done. */
  readonly refused?: string;
}
export interface LeftOver {
  readonly location: Location;
  readonly reason: string;
}

/** Request: what dialogs let people choose from, with the keys of a flow where one is named. */
export const inventoryMethod = 'connref/inventory';
export interface InventoryParams {
  readonly uri?: string;
}
export type InventoryResult = Inventory;

/** Request: what a refactoring could be about at a position. */
export const targetMethod = 'connref/target';
export interface TargetParams {
  readonly uri: string;
  readonly position: Position;
}
export type TargetResult = Target;

/** Request: names for a connection reference, and what is wrong with those that somebody has typed. */
export const namesMethod = 'connref/names';
export type NamesParams = TypedNames;
export type NamesResult = JudgedNames;

/**
 * What can be asked for, as plain data: commands of an editor, code actions, rules and the command line all ask with
 * these. A property whose name ends in `file` holds a file; references are named by their logical names, connectors by
 * theirs (`shared_office365`).
 */
import type { Path } from '../base/path';
import type { FileId } from '../model/place';
import type { RuntimeSource } from '../model/runtimeSource';

export type RefactorRequest =
  | ConvertRequest
  | CreateRequest
  | DeclareRequest
  | UseRequest
  | RebindRequest
  | MergeKeysRequest
  | RuntimeSourceRequest
  | MergeRequest
  | RenameRequest
  | RenameKeyRequest
  | RenameDisplayRequest
  | ApplyNamingRequest
  | RemoveReferencesRequest
  | RemoveUnusedRequest
  | BindRequest
  | CopyBindingsRequest
  | CreateSettingsRequest
  | UpdateSettingsRequest;

/** Binds direct connections to the references that fit. */
export interface ConvertRequest {
  readonly kind: 'convert';
  readonly scope: 'entry' | 'flow' | 'solution' | 'workspace';
  /** The flow, or a file of the solution; not needed for the workspace. */
  readonly file?: FileId;
  /** For one entry. */
  readonly key?: string;
  /** What to bind to, for one entry; without it, what fits best. */
  readonly reference?: string;
  /** Whether the flow's solution is to declare a reference that only another one declares. */
  readonly declares?: boolean;
  /** Whether to create a reference where none fits. */
  readonly creates?: boolean;
}

/** Adds a connection reference to a solution, and to its settings files. */
export interface CreateRequest {
  readonly kind: 'create';
  /** A file of the solution. */
  readonly file: FileId;
  readonly connector: string;
  readonly displayName: string;
  readonly logicalName: string;
  readonly description?: string;
  /** Connection ids by settings file; entries of the other settings files of the solution stay empty. */
  readonly bindings?: readonly { readonly file: FileId; readonly connectionId: string }[];
  /** Entries that are bound to it at once. */
  readonly entries?: readonly { readonly file: FileId; readonly key: string }[];
}

/** Lets a solution declare a reference that another solution declares too. */
export interface DeclareRequest {
  readonly kind: 'declare';
  /** A file of the solution. */
  readonly file: FileId;
  readonly reference: string;
}

/** Lets steps of a flow use another reference: exactly one of `steps`, `key` and `connector` tells which. */
export interface UseRequest {
  readonly kind: 'use';
  readonly file: FileId;
  readonly reference: string;
  /** Paths of steps. */
  readonly steps?: readonly Path[];
  /** All steps that name this key. */
  readonly key?: string;
  /** All steps of this connector. */
  readonly connector?: string;
  /** Whether the flow's solution is to declare a reference that only another one declares. */
  readonly declares?: boolean;
}

/** Lets keys and steps, of one flow or several, use another reference. */
export interface RebindRequest {
  readonly kind: 'rebind';
  readonly reference: string;
  readonly uses: readonly KeyUse[];
}

export interface KeyUse {
  readonly file: FileId;
  readonly key: string;
  /** Only this step of those that name the key. */
  readonly step?: Path;
}

/** Lets one key of a flow stand for several that hold the same reference; steps follow. */
export interface MergeKeysRequest {
  readonly kind: 'merge-keys';
  readonly file: FileId;
  readonly into: string;
  readonly from: readonly string[];
}

export interface RuntimeSourceRequest {
  readonly kind: 'runtime-source';
  readonly file: FileId;
  readonly key: string;
  readonly source: RuntimeSource;
}

/** Lets one reference stand for several of its connector, in the whole workspace. */
export interface MergeRequest {
  readonly kind: 'merge';
  readonly into: string;
  readonly from: readonly string[];
}

/** Gives a reference another logical name, in the whole workspace. */
export interface RenameRequest {
  readonly kind: 'rename';
  readonly from: string;
  readonly to: string;
}

/** Gives a key of a flow another name; steps and expressions follow. */
export interface RenameKeyRequest {
  readonly kind: 'rename-key';
  readonly file: FileId;
  readonly from: string;
  readonly to: string;
}

export interface RenameDisplayRequest {
  readonly kind: 'rename-display';
  readonly reference: string;
  readonly displayName: string;
  /** A file of the solution, where several declare the reference; all of them without it. */
  readonly file?: FileId;
}

/** Gives the references of a solution display names by the configured template. */
export interface ApplyNamingRequest {
  readonly kind: 'apply-naming';
  /** A file of the solution; all solutions without it. */
  readonly file?: FileId;
}

/** Removes references that nothing uses, with their entries in settings files. */
export interface RemoveReferencesRequest {
  readonly kind: 'remove-references';
  readonly references: readonly string[];
}

/** Removes what nothing needs any more. */
export interface RemoveUnusedRequest {
  readonly kind: 'remove-unused';
  readonly what: readonly ('references' | 'keys' | 'settings')[];
  /** A flow, a settings file or a file of a solution, to remove only what is in it; the whole workspace without it. */
  readonly file?: FileId;
}

/** Sets the connection of a reference in an environment: in one settings file, or in all that are about it there. */
export type BindRequest = {
  readonly kind: 'bind';
  readonly reference: string;
  /** Empty to unbind it. */
  readonly connectionId: string;
} & ({ readonly file: FileId } | { readonly environment: string });

/** Gives a settings file the entries of another one, with their connections left empty. */
export interface CopyBindingsRequest {
  readonly kind: 'copy-bindings';
  readonly fromFile: FileId;
  readonly toFile: FileId;
}

/** Makes a settings file as `pac solution create-settings` would. */
export interface CreateSettingsRequest {
  readonly kind: 'create-settings';
  /** The file to make. */
  readonly file: FileId;
  /** Unique names of the solutions; all unmanaged ones of the workspace without it. */
  readonly solutions?: readonly string[];
}

/** Adds what settings files lack, and removes what is stale where that is wished. */
export interface UpdateSettingsRequest {
  readonly kind: 'update-settings';
  /** All settings files of the workspace without it. */
  readonly file?: FileId;
  readonly removesStale?: boolean;
}

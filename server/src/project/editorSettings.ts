/** What an editor's own settings say, for people who have no `connref.json`. Where one speaks, it counts before them. */
import type { ConfiguredSeverity } from '../model/facts';
import { get, isRecord } from '../model/json';
import type { FileId } from '../model/place';

export interface EditorSettings {
  /** The opened folder that they are for; the ones without are for all that lies in no opened folder. */
  readonly folder?: FileId;
  readonly rules: Readonly<Partial<Record<string, ConfiguredSeverity>>>;
  /** Globs from the folder on. */
  readonly exclude: readonly string[];
  /** Whether findings are told. */
  readonly validates: boolean;
}

type Setting = [rule: string, severity: ConfiguredSeverity];

const severities: readonly unknown[] = ['error', 'warning', 'info', 'hint', 'off'] satisfies ConfiguredSeverity[];

/** @param settings as a person has written them, who is told by the editor of what is wrong in them. */
export function readEditorSettings(settings: unknown, folder?: FileId): EditorSettings {
  const rules = get(settings, 'rules');
  const exclude = get(settings, 'exclude');
  const entries = isRecord(rules) ? Object.entries(rules) : [];
  return {
    ...(folder !== undefined && { folder }),
    rules: Object.fromEntries(entries.filter((entry): entry is Setting => severities.includes(entry[1]))),
    exclude: Array.isArray(exclude) ? exclude.filter((glob): glob is string => typeof glob === 'string') : [],
    validates: get(settings, 'validate') !== false,
  };
}

/** The settings of the deepest folder around a file. */
export function settingsFor(all: readonly EditorSettings[], file: FileId): EditorSettings | undefined {
  let found: EditorSettings | undefined;
  for (const settings of all) {
    const { folder } = settings;
    const isAround = folder === undefined || file === folder || file.startsWith(`${folder.replace(/\/$/, '')}/`);
    if (isAround && (folder?.length ?? -1) >= (found?.folder?.length ?? -1)) found = settings;
  }
  return found;
}

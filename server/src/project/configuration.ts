/**
 * What holds for a file: the nearest `connref.json` above it, with what that one extends, and an editor's settings where
 * it says nothing. Everything in it is asked by the path of a file, so nobody else needs to know where configurations lie.
 */
import picomatch from 'picomatch';
import { baseName, fold, parentFolder } from '../model/names';
import type {
  BaselineEntry,
  ConfigurationFacts,
  ConfiguredSeverity,
  ConnectorLists,
  EnvironmentSetting,
  Facts,
  Naming,
  Suppression,
} from '../model/facts';
import type { FileId } from '../model/place';
import { settingsFor, type EditorSettings } from './editorSettings';

export interface Configuration {
  /** The file that holds; undefined where there is none, and the defaults do. */
  readonly file?: FileId;
  /** Undefined where the rule's own severity holds. */
  severityOf(rule: string, file: FileId): ConfiguredSeverity | undefined;
  /** The first environment that names the file. */
  environmentOf(file: FileId): EnvironmentSetting | undefined;
  excludes(file: FileId): boolean;
  /** Whether an editor is to tell findings. */
  readonly validates: boolean;
  readonly naming: Naming;
  readonly connectors: ConnectorLists;
  readonly suppressions: readonly ConfiguredSuppression[];
  readonly baseline: readonly ConfiguredBaselineEntry[];
}

export interface ConfiguredSuppression extends Suppression {
  /** The configuration that says it. */
  readonly from: FileId;
  covers(file: FileId): boolean;
}

export interface ConfiguredBaselineEntry extends BaselineEntry {
  readonly from: FileId;
  /** The whole name of the file that `file` means. */
  readonly target: FileId;
}

/** Gives the configuration for any file. Each is put together once. */
export function indexConfigurations(
  files: ReadonlyMap<FileId, Facts>,
  editorSettings: readonly EditorSettings[] = [],
): (file: FileId) => Configuration {
  const byFolder = new Map<FileId, FileId>();
  for (const [file, { kind }] of files) {
    if (kind === 'configuration' && baseName(file).toLowerCase() === 'connref.json')
      byFolder.set(parentFolder(file), file);
  }
  if (byFolder.size === 0 && editorSettings.length === 0) {
    const usual = combine(undefined, files, undefined);
    return () => usual;
  }
  const known = new Map<string, Configuration>();
  return (file) => {
    const nearest = nearestAbove(file, byFolder);
    const settings = settingsFor(editorSettings, file);
    const key = `${nearest ?? ''}\n${settings?.folder ?? ''}`;
    const configuration = known.get(key) ?? combine(nearest, files, settings);
    known.set(key, configuration);
    return configuration;
  };
}

function nearestAbove(file: FileId, byFolder: ReadonlyMap<FileId, FileId>): FileId | undefined {
  for (let folder = parentFolder(file); ; folder = parentFolder(folder)) {
    const nearest = byFolder.get(folder);
    if (nearest !== undefined || folder === '') return nearest;
  }
}

/** A path of a configuration as the name of a file: `../base.connref.json` seen from where the configuration lies. */
export function resolvePath(from: FileId, path: string): FileId {
  const absolute = path.startsWith('/') || /^[a-z]:\//i.test(path);
  const segments = absolute ? [] : parentFolder(from).split('/');
  for (const segment of path.replaceAll('\\', '/').split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.' && !(segment === '' && segments.length > 0)) segments.push(segment);
  }
  return segments.join('/');
}

/** Whether a glob can be used at all. */
export function isGlob(glob: string): boolean {
  return glob.trim() !== '' && glob.length <= 1000;
}

interface Link {
  readonly file: FileId;
  readonly facts: ConfigurationFacts;
}

/** Extended configurations first, so that what comes later wins. A circle is cut where it closes. */
function chainOf(file: FileId, files: ReadonlyMap<FileId, Facts>, around: readonly FileId[] = []): Link[] {
  const facts = files.get(file);
  if (facts?.kind !== 'configuration' || around.includes(file)) return [];
  const extended = facts.extends.flatMap((path) => chainOf(resolvePath(file, path), files, [...around, file]));
  return [...extended, { file, facts }];
}

/** What the configuration says nothing of, the editor's settings do. */
function combine(
  file: FileId | undefined,
  files: ReadonlyMap<FileId, Facts>,
  settings: EditorSettings | undefined,
): Configuration {
  const chain = file === undefined ? [] : chainOf(file, files);
  const severities = chain.flatMap(severityRules);
  const environments = chain.flatMap(({ file: from, facts }) =>
    facts.environments.map((environment) => ({ environment, matches: matcher(from, environment.files) })),
  );
  const excluded = chain
    .filter(({ facts }) => facts.exclude.length > 0)
    .map(({ file: from, facts }) => matcher(from, facts.exclude));
  if (excluded.length === 0 && settings?.folder !== undefined) {
    excluded.push(matcher(`${settings.folder}/settings.json`, settings.exclude));
  }
  return {
    ...(file !== undefined && { file }),
    severityOf: (rule, target) =>
      severities.findLast((setting) => setting.rule === rule && setting.matches(target))?.severity ??
      settings?.rules[rule],
    environmentOf: (target) => environments.findLast(({ matches }) => matches(target))?.environment,
    excludes: (target) => excluded.some((matches) => matches(target)),
    validates: settings?.validates ?? true,
    naming: Object.assign({}, ...chain.map(({ facts }) => facts.naming)) as Naming,
    connectors: {
      allow: lastNonEmpty(chain.map(({ facts }) => facts.connectors.allow)),
      block: chain.flatMap(({ facts }) => facts.connectors.block),
      business: chain.flatMap(({ facts }) => facts.connectors.business),
      nonBusiness: chain.flatMap(({ facts }) => facts.connectors.nonBusiness),
    },
    suppressions: chain.flatMap(({ file: from, facts }) =>
      facts.suppressions.map((suppression) => ({
        ...suppression,
        from,
        covers: suppression.files.length === 0 ? () => true : matcher(from, suppression.files),
      })),
    ),
    baseline: chain.flatMap((link) => baselineOf(link, files)),
  };
}

function severityRules({ file, facts }: Link) {
  return [
    ...facts.rules.map((setting) => ({ ...setting, matches: () => true })),
    ...facts.overrides.flatMap(({ files, rules }) => {
      const matches = matcher(file, files);
      return rules.map((setting) => ({ ...setting, matches }));
    }),
  ];
}

function baselineOf({ file, facts }: Link, files: ReadonlyMap<FileId, Facts>): ConfiguredBaselineEntry[] {
  if (facts.baseline === undefined) return [];
  const from = resolvePath(file, facts.baseline);
  const baseline = files.get(from);
  if (baseline?.kind !== 'baseline') return [];
  return baseline.entries.map((entry) => ({ ...entry, from, target: resolvePath(from, entry.file) }));
}

/** Globs are relative to the folder of their configuration, and compare without case as file names on most disks do. */
export function matcher(from: FileId, globs: readonly string[]): (file: FileId) => boolean {
  const patterns = globs
    .filter(isGlob)
    .map((glob) => picomatch(glob.replace(/^\.\//, ''), { nocase: true, dot: true }));
  const folder = parentFolder(from);
  return (file) => {
    if (patterns.length === 0 || !fold(file).startsWith(`${fold(folder)}/`)) return false;
    const relative = file.slice(folder.length + 1);
    return patterns.some((matches) => matches(relative));
  };
}

/** The glob that matches this file and no other; undefined where the file does not lie below the configuration. */
export function globFor(from: FileId, file: FileId): string | undefined {
  const folder = parentFolder(from);
  if (!file.startsWith(`${folder}/`)) return undefined;
  return file.slice(folder.length + 1).replace(/[\\*?[\]{}()!|"]/g, '\\$&');
}

function lastNonEmpty(lists: readonly (readonly string[])[]): readonly string[] {
  return lists.findLast((list) => list.length > 0) ?? [];
}

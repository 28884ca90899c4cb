/**
 * What holds for a file: the nearest `connref.json` above it, with what that one extends, and an editor's settings where
 * it says nothing. Everything in it is asked by the path of a file, so nobody else needs to know where configurations lie.
 */
import { Multimap } from '../base/multimap';
import { baseName, parentFolder } from '../model/names';
import type {
  ConfigurationFacts,
  ConfiguredSeverity,
  ConnectorLists,
  EnvironmentSetting,
  Facts,
  Naming,
} from '../model/facts';
import type { FileId } from '../model/place';
import { settingsFor, type EditorSettings } from './editorSettings';
import { GlobIndex, type GlobEntry } from './globs';
import { Baseline, Suppressions, type ConfiguredBaselineEntry } from './suppressions';

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
  readonly suppressions: Suppressions;
  readonly baseline: Baseline;
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
  const severities = indexSeverities(chain);
  const environments = new GlobIndex(
    chain.flatMap(({ file: from, facts }) =>
      facts.environments.map((environment) => ({ from, globs: environment.files, value: environment })),
    ),
  );
  const excluded = chain
    .filter(({ facts }) => facts.exclude.length > 0)
    .map(({ file: from, facts }) => ({ from, globs: facts.exclude, value: true }));
  if (excluded.length === 0 && settings?.folder !== undefined) {
    excluded.push({ from: `${settings.folder}/settings.json`, globs: settings.exclude, value: true });
  }
  const exclusions = new GlobIndex(excluded);
  return {
    ...(file !== undefined && { file }),
    severityOf: (rule, target) => severities.get(rule)?.matching(target).at(-1) ?? settings?.rules[rule],
    environmentOf: (target) => environments.matching(target).at(-1),
    excludes: (target) => exclusions.matching(target).length > 0,
    validates: settings?.validates ?? true,
    naming: Object.assign({}, ...chain.map(({ facts }) => facts.naming)) as Naming,
    connectors: {
      allow: lastNonEmpty(chain.map(({ facts }) => facts.connectors.allow)),
      block: chain.flatMap(({ facts }) => facts.connectors.block),
      business: chain.flatMap(({ facts }) => facts.connectors.business),
      nonBusiness: chain.flatMap(({ facts }) => facts.connectors.nonBusiness),
    },
    suppressions: new Suppressions(
      chain.flatMap(({ file: from, facts }) => facts.suppressions.map((suppression) => ({ ...suppression, from }))),
    ),
    baseline: new Baseline(chain.flatMap((link) => baselineOf(link, files))),
  };
}

function indexSeverities(chain: readonly Link[]): ReadonlyMap<string, GlobIndex<ConfiguredSeverity>> {
  const byRule = new Multimap<string, GlobEntry<ConfiguredSeverity>>();
  for (const { file: from, facts } of chain) {
    for (const { rule, severity } of facts.rules) byRule.add(rule, { from, globs: undefined, value: severity });
    for (const { files: globs, rules } of facts.overrides) {
      for (const { rule, severity } of rules) byRule.add(rule, { from, globs, value: severity });
    }
  }
  return new Map([...byRule.entries()].map(([rule, entries]) => [rule, new GlobIndex(entries)]));
}

function baselineOf({ file, facts }: Link, files: ReadonlyMap<FileId, Facts>): ConfiguredBaselineEntry[] {
  if (facts.baseline === undefined) return [];
  const from = resolvePath(file, facts.baseline);
  const baseline = files.get(from);
  if (baseline?.kind !== 'baseline') return [];
  return baseline.entries.map((entry) => ({ ...entry, from, target: resolvePath(from, entry.file) }));
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

/** Where the connection of a reference is entered: an environment may have several settings files. */
import { fold } from '../model/names';
import type { SettingsFile, Snapshot } from './snapshot';

/**
 * The settings files of an environment that have an entry for the reference, since it has one connection there; else
 * those whose solutions declare it; else the only one there is.
 */
export function settingsToBind(snapshot: Snapshot, logicalName: string, environment: string): readonly SettingsFile[] {
  const all = snapshot.settings.filter((settings) => fold(settings.environment) === fold(environment));
  const named = new Set(snapshot.bindingsOf(logicalName).map(({ settings }) => settings));
  const naming = all.filter((settings) => named.has(settings));
  if (naming.length > 0) return naming;
  const owners = new Set(snapshot.declarationsOf(logicalName).map(({ solution }) => solution));
  const lacking = all.filter(({ solutions }) => solutions.some((solution) => owners.has(solution)));
  if (lacking.length > 0) return lacking;
  return all.length === 1 ? all : [];
}

/** What dialogs let people choose from: plain data, files by their ids. */
import { compare } from '../base/compare';
import type { L10n } from '../base/l10n';
import { Multimap } from '../base/multimap';
import { describeConnector, knownConnectors } from '../model/connectors';
import type { Path } from '../base/path';
import { connectorName, fold, isToken, stepTitle } from '../model/names';
import type { FileId } from '../model/place';
import { runtimeSourceOf, type RuntimeSource } from '../model/runtimeSource';
import { mayHaveCaller } from '../project/callers';
import { connectorTitle } from '../project/customConnectors';
import { findCandidates, type Candidate } from '../project/fitting';
import { stepsOf, type Flow, type SettingsFile, type Snapshot } from '../project/snapshot';
import { boundInWords, connectionInWords } from './boundInWords';
import { referenceCard } from './card';
import { collectConnectors } from './connectorUses';
import { useInWords } from './useInWords';

export interface Inventory {
  readonly solutions: readonly SolutionChoice[];
  /** Those in use first, most used ones before others; then all that the catalogue has, by title. */
  readonly connectors: readonly ConnectorChoice[];
  /** Declared ones, by title. */
  readonly references: readonly ReferenceChoice[];
  readonly settings: readonly SettingsChoice[];
  /** The name of the solution around the file that was asked for. */
  readonly solution?: string;
  /** The flow that was asked for. */
  readonly flow?: FlowChoice;
}

export interface SolutionChoice {
  readonly name: string;
  readonly title: string;
  /** A file of it. */
  readonly file: FileId;
  readonly isManaged: boolean;
  readonly prefix?: string;
}

export interface ConnectorChoice {
  readonly name: string;
  readonly title: string;
  readonly tier?: 'Standard' | 'Premium';
  readonly references: number;
  /** Flows that use it without a reference. */
  readonly directFlows: number;
}

export interface ReferenceChoice {
  readonly logicalName: string;
  readonly title: string;
  readonly connector?: string;
  readonly connectorTitle?: string;
  readonly solutions: readonly string[];
  /** How many flows, apps and others use it. */
  readonly uses: number;
  readonly usesInWords: string;
  readonly boundInWords: string;
  /** One for each settings file that binds it, or should. */
  readonly bindings: readonly BindingChoice[];
}

export interface BindingChoice {
  /** The settings file. */
  readonly file: FileId;
  /** What stands there, a token of a pipeline too; undefined where it is not bound. */
  readonly connectionId?: string;
  readonly inWords: string;
}

export interface SettingsChoice {
  readonly file: FileId;
  readonly environment: string;
  readonly solutions: readonly string[];
  readonly connections: readonly ConnectionChoice[];
}

export interface ConnectionChoice {
  readonly connectionId: string;
  readonly connector?: string;
  /** Titles of the references that are bound to it. */
  readonly references: readonly string[];
}

export interface FlowChoice {
  readonly file: FileId;
  readonly name: string;
  readonly solution?: string;
  /** Whether it may use the connection of whoever calls it. */
  readonly mayHaveCaller: boolean;
  readonly keys: readonly KeyChoice[];
}

export interface KeyChoice {
  readonly key: string;
  readonly connector?: string;
  readonly connectorTitle?: string;
  /** The reference that it is bound to. */
  readonly reference?: string;
  readonly runtimeSource: RuntimeSource;
  /** In whose name its steps act, where that is not the connection's owner. */
  readonly impersonation?: string;
  readonly steps: readonly StepChoice[];
  /** References that it could be bound to, best first. */
  readonly fitting: readonly Candidate[];
}

/** Titles as the designer shows them. */
export interface StepChoice {
  readonly title: string;
  /** The steps around it, outermost first. */
  readonly scopes: readonly string[];
  readonly path: Path;
}

/** @param file that a dialog is about: of a flow, its keys can be chosen from too. */
export function takeInventory(snapshot: Snapshot, l10n: L10n, file?: FileId): Inventory {
  const flow = file === undefined ? undefined : snapshot.flowAt(file);
  const around = file === undefined ? undefined : snapshot.solutionOf(file);
  return {
    solutions: snapshot.solutions.map(({ name, displayName, file, isManaged, prefix }) => ({
      name,
      title: displayName ?? name,
      file,
      isManaged,
      ...(prefix !== undefined && { prefix }),
    })),
    connectors: connectorChoices(snapshot),
    references: referenceChoices(snapshot, l10n),
    settings: snapshot.settings.map((settings) => settingsChoice(snapshot, settings)),
    ...(around && { solution: around.name }),
    ...(flow && { flow: flowChoice(snapshot, flow) }),
  };
}

function connectorChoices(snapshot: Snapshot): ConnectorChoice[] {
  const used = collectConnectors(snapshot).filter(({ name }) => name !== '');
  const inUse = used.map(({ name, references, direct }): ConnectorChoice => {
    const { tier } = describeConnector(name);
    const directFlows = new Set(direct.map(({ flow }) => flow.file)).size;
    const title = connectorTitle(snapshot, name);
    return { name, title, ...(tier && { tier }), references: references.size, directFlows };
  });
  const usedNames = new Set(used.map(({ name }) => fold(name)));
  const others = knownConnectors()
    .filter((name) => !usedNames.has(fold(name)))
    .map((name): ConnectorChoice => ({ ...describeConnector(name), references: 0, directFlows: 0 }));
  const weight = ({ references, directFlows }: ConnectorChoice): number => references + directFlows;
  const byTitle = (a: ConnectorChoice, b: ConnectorChoice): number => compare(fold(a.title), fold(b.title));
  return [...inUse.sort((a, b) => weight(b) - weight(a) || byTitle(a, b)), ...others.sort(byTitle)];
}

function referenceChoices(snapshot: Snapshot, l10n: L10n): ReferenceChoice[] {
  const names = new Map(
    snapshot.solutions
      .flatMap(({ declarations }) => declarations)
      .map(({ logicalName }) => [fold(logicalName), logicalName] as const),
  );
  return [...names.values()]
    .map((name) => referenceChoice(snapshot, l10n, name))
    .sort((a, b) => compare(fold(a.title), fold(b.title)) || compare(a.logicalName, b.logicalName));
}

function referenceChoice(snapshot: Snapshot, l10n: L10n, name: string): ReferenceChoice {
  const card = referenceCard(snapshot, name, undefined);
  return {
    logicalName: card.logicalName,
    title: card.title ?? card.logicalName,
    ...(card.connector && {
      connector: card.connector.name,
      connectorTitle: connectorTitle(snapshot, card.connector.name),
    }),
    solutions: card.declaredIn.map(({ solution }) => solution),
    uses: card.flows + card.apps + card.agents + card.variables,
    usesInWords: useInWords(l10n, card),
    boundInWords: boundInWords(l10n, card.environments),
    bindings: card.environments.map((row) => ({
      file: row.at.file,
      ...(row.connectionId !== undefined && { connectionId: row.connectionId }),
      inWords: connectionInWords(l10n, row),
    })),
  };
}

function settingsChoice(snapshot: Snapshot, { file, environment, solutions, facts }: SettingsFile): SettingsChoice {
  const references = new Multimap<string, string>();
  const connectors = new Map<string, string | undefined>();
  for (const { logicalName, connectionId = '', connectorId = '' } of facts.bindings) {
    const id = connectionId.trim();
    if (id === '' || isToken(id)) continue;
    const [declared] = snapshot.declarationsOf(logicalName);
    references.add(id, declared?.title ?? logicalName);
    connectors.set(id, declared?.connector ?? connectorName(connectorId));
  }
  const connections = [...references.entries()].map(([connectionId, titles]) => {
    const connector = connectors.get(connectionId);
    return { connectionId, references: titles, ...(connector !== undefined && { connector }) };
  });
  return { file, environment, solutions: solutions.map(({ name }) => name), connections };
}

function flowChoice(snapshot: Snapshot, flow: Flow): FlowChoice {
  return {
    file: flow.file,
    name: flow.name,
    ...(flow.solution && { solution: flow.solution.name }),
    mayHaveCaller: mayHaveCaller(flow),
    keys: flow.facts.entries.map(({ key, connector, logicalName, impersonation, ...entry }) => ({
      key,
      ...(connector && { connector: connector.name, connectorTitle: connectorTitle(snapshot, connector.name) }),
      ...(logicalName !== undefined && { reference: logicalName }),
      runtimeSource: runtimeSourceOf(entry),
      ...(impersonation !== undefined && { impersonation: fold(impersonation) }),
      steps: stepsOf(flow, key).map(({ name, scopes, path }) => ({
        title: stepTitle(name),
        scopes: scopes.map(stepTitle),
        path,
      })),
      fitting: connector ? findCandidates(snapshot, flow, connector.name) : [],
    })),
  };
}

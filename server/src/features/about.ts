/** Things that have a card, named by plain data: an editor can keep such a name until somebody wants to read the card. */
import type { FileId } from '../model/place';
import type { Snapshot } from '../project/snapshot';
import { directCard, referenceCard, type Card } from './card';
import { connectionCard, connectorCard, environmentCard, flowCard, variableCard, type ThingCard } from './thingCard';

export type About =
  | { readonly kind: 'reference'; readonly logicalName: string }
  /** A connection key of the flow in the file. */
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'connector'; readonly name: string }
  | { readonly kind: 'connection'; readonly id: string }
  | { readonly kind: 'flow'; readonly guid: string }
  | { readonly kind: 'environment'; readonly name: string }
  | { readonly kind: 'variable'; readonly schemaName: string };

export type AnyCard = Card | ThingCard;

/** @param file where the name stands: of several declarations the one of its own solution counts. */
export function cardAbout(snapshot: Snapshot, file: FileId, about: About): AnyCard | undefined {
  switch (about.kind) {
    case 'reference':
      return referenceCard(snapshot, about.logicalName, snapshot.solutionOf(file));
    case 'key':
      return keyCard(snapshot, file, about.key);
    case 'connector':
      return connectorCard(snapshot, about.name);
    case 'connection':
      return connectionCard(snapshot, about.id);
    case 'flow':
      return flowCard(snapshot, about.guid, snapshot.solutionOf(file));
    case 'environment':
      return environmentCard(snapshot, about.name);
    case 'variable':
      return variableCard(snapshot, about.schemaName);
  }
}

function keyCard(snapshot: Snapshot, file: FileId, key: string): Card | undefined {
  const flow = snapshot.flowAt(file);
  const entry = flow?.facts.entries.find((candidate) => candidate.key === key);
  if (!flow || !entry) return undefined;
  return entry.logicalName === undefined
    ? directCard(flow, entry)
    : referenceCard(snapshot, entry.logicalName, flow.solution);
}

import type { FileId } from '../model/place';
import { fold } from '../model/names';
import type { Snapshot } from '../project/snapshot';
import type { ChangeCommand, ChangeInput } from './changeCommand';
import { nearest } from './nearest';

export const bindCommand: ChangeCommand = {
  name: 'bind',
  usage: '<reference> <connection id> [paths…] (--file <settings file> | --environment <name>)',
  summary:
    "Enters the connection of a connection reference in an environment's settings; an empty id ('') takes it out.",
  words: [2, 2],
  options: { file: { type: 'string' }, environment: { type: 'string' } },
  request(input) {
    const [reference = '', connectionId = ''] = input.words;
    const { snapshot } = input;
    if (!snapshot.names.has(fold(reference))) {
      const meant = nearest(fold(reference), [...snapshot.names]);
      const advice = meant === undefined ? '' : ` Type '${snapshot.declarationsOf(meant)[0]?.logicalName ?? meant}'.`;
      return `There is no connection reference '${reference}'.${advice}`;
    }
    const found = settingsFile(input, reference);
    return 'problem' in found ? found.problem : { kind: 'bind', file: found.file, reference, connectionId };
  },
};

type Found = { readonly file: FileId } | { readonly problem: string };

function settingsFile({ snapshot, text, file }: ChangeInput, reference: string): Found {
  const [typed, environment] = [text('file'), text('environment')];
  if ((typed === undefined) === (environment === undefined)) {
    return { problem: "Say where: type either '--file <settings file>' or '--environment <name>'." };
  }
  if (environment === undefined) return { file: file(typed ?? '') };
  const ofEnvironment = snapshot.settings.filter((settings) => fold(settings.environment) === fold(environment));
  const [first] = ofEnvironment;
  if (!first) return { problem: noEnvironment(snapshot, environment) };
  const fitting = ofEnvironment.filter(
    ({ facts, solutions }) =>
      facts.bindings.some(({ logicalName }) => fold(logicalName) === fold(reference)) ||
      snapshot.declarationsOf(reference).some(({ solution }) => solutions.includes(solution)),
  );
  const chosen = fitting.length > 0 ? fitting : ofEnvironment;
  if (chosen.length === 1) return { file: chosen[0]?.file ?? first.file };
  const files = chosen.map((settings) => `'${settings.file}'`).join(', ');
  return { problem: `Several settings files are for '${environment}': ${files}. Name one with --file.` };
}

function noEnvironment({ settings }: Snapshot, typed: string): string {
  const known = [...new Set(settings.map(({ environment }) => environment))].sort();
  const list = known.length === 0 ? 'There are no settings files.' : `There are ${known.join(', ')}.`;
  return `No settings file is for '${typed}'. ${list}`;
}

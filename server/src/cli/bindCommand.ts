import { fold } from '../model/names';
import type { Snapshot } from '../project/snapshot';
import type { ChangeCommand } from './changeCommand';
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
    const [typed, environment] = [input.text('file'), input.text('environment')];
    if ((typed === undefined) === (environment === undefined)) {
      return "Say where: type either '--file <settings file>' or '--environment <name>'.";
    }
    if (environment === undefined) return { kind: 'bind', file: input.file(typed ?? ''), reference, connectionId };
    const isKnown = snapshot.settings.some((settings) => fold(settings.environment) === fold(environment));
    return isKnown ? { kind: 'bind', environment, reference, connectionId } : noEnvironment(snapshot, environment);
  },
};

function noEnvironment({ settings }: Snapshot, typed: string): string {
  const known = [...new Set(settings.map(({ environment }) => environment))].sort();
  const list = known.length === 0 ? 'There are no settings files.' : `There are ${known.join(', ')}.`;
  return `No settings file is for '${typed}'. ${list}`;
}

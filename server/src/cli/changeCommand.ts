/** What a command that changes files is, and how its words are understood. `changeCommands.ts` lists them. */
import { parseArgs } from 'node:util';
import type { FileId } from '../model/place';
import type { Snapshot } from '../project/snapshot';
import type { RefactorRequest } from '../refactor/request';
import { nearest } from './nearest';

export interface ChangeCommand {
  /** One word or two, as typed: `settings update`. */
  readonly name: string;
  /** What stands behind the name in the help, its own options included: `<old> <new> [paths…]`. */
  readonly usage: string;
  /** For the help: one sentence. */
  readonly summary: string;
  /** How many words before the paths are its own; a last number of `Infinity` takes all that name nothing on the disk. */
  readonly words: readonly [least: number, most: number];
  readonly options: Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly multiple?: boolean }>>;
  /** @returns what is asked for, or as a text what is wrong with the call. */
  request(input: ChangeInput): RefactorRequest | string;
}

export interface ChangeInput {
  readonly words: readonly string[];
  readonly snapshot: Snapshot;
  /** The opened folders and files. */
  readonly paths: readonly FileId[];
  /** An option's value. */
  readonly text: (option: string) => string | undefined;
  /** The values of an option that may stand several times. */
  readonly texts: (option: string) => readonly string[];
  readonly has: (option: string) => boolean;
  /** The file of a path as typed. */
  readonly file: (typed: string) => FileId;
}

export interface ChangeCall {
  readonly command: ChangeCommand;
  readonly words: readonly string[];
  /** As typed; the current folder where none was. */
  readonly paths: readonly string[];
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly isDryRun: boolean;
  readonly isConfirmed: boolean;
  readonly format: 'text' | 'json';
}

const sharedOptions = {
  'dry-run': { type: 'boolean' },
  yes: { type: 'boolean', short: 'y' },
  format: { type: 'string' },
} as const;

/**
 * @param args what stands behind the command's name.
 * @param exists whether a typed word names something on the disk.
 * @returns as a text what is wrong with the call.
 */
export function parseChange(
  command: ChangeCommand,
  args: readonly string[],
  exists: (typed: string) => boolean,
): ChangeCall | string {
  const options = { ...sharedOptions, ...command.options };
  const { tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true });
  const values = new Map<string, string[]>();
  const typed: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') typed.push(token.value);
    if (token.kind !== 'option') continue;
    const option = (options as ChangeCommand['options'])[token.name];
    if (!Object.hasOwn(options, token.name) || !option) return unknownOption(command, token.rawName, options);
    if (option.type === 'string' && token.value === undefined) return `${token.rawName} needs a value.`;
    if (option.type === 'boolean' && token.value !== undefined) return `${token.rawName} takes no value.`;
    values.set(token.name, [...(values.get(token.name) ?? []), token.value ?? '']);
  }
  const format = values.get('format')?.at(-1) ?? 'text';
  if (format !== 'text' && format !== 'json') return `--format can't be '${format}'; possible are text or json.`;
  const own = countOwnWords(command, typed, exists);
  if (own < command.words[0]) return `Something is missing. Type 'connref ${command.name} ${command.usage}'.`;
  const paths = typed.slice(own);
  return {
    command,
    words: typed.slice(0, own),
    paths: paths.length === 0 ? ['.'] : paths,
    values,
    isDryRun: values.has('dry-run'),
    isConfirmed: values.has('yes'),
    format,
  };
}

/** Where a command takes any number of words, the paths are the words at the end that name something on the disk. */
function countOwnWords(
  { words: [least, most] }: ChangeCommand,
  typed: readonly string[],
  exists: (word: string) => boolean,
): number {
  if (most !== Infinity) return Math.min(most, typed.length);
  let count = typed.length;
  while (count > least && exists(typed[count - 1] ?? '')) count--;
  return count;
}

function unknownOption({ name }: ChangeCommand, rawName: string, options: object): string {
  const meant = nearest(
    rawName.toLowerCase(),
    Object.keys(options).map((option) => `--${option}`),
  );
  return `'connref ${name}' has no option '${rawName}'. ${meant === undefined ? `Type 'connref ${name} --help' for its options.` : `Type '${meant}'.`}`;
}

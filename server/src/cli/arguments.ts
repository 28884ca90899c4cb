/** Understands what was typed behind `connref`, and says what to type instead where it doesn't. */
import { parseArgs } from 'node:util';
import { severities, type Severity } from '../rules/rule';
import type { ChangeCommand } from './changeCommand';
import { changeCommands } from './changeCommands';
import { nearest } from './nearest';

export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'wrong'; readonly message: string }
  | { readonly kind: 'explain'; readonly rule: string }
  | BaselineCommand
  | GraphCommand
  | MatrixCommand
  | NeedsCommand
  | OrderCommand
  | CheckCommand;

export interface BaselineCommand {
  readonly kind: 'baseline';
  /** As typed; the current folder where none was. */
  readonly paths: readonly string[];
  /** The file to write, as typed. */
  readonly output: string;
}

export interface GraphCommand {
  readonly kind: 'graph';
  /** As typed; the current folder where none was. */
  readonly paths: readonly string[];
  readonly format: GraphFormat;
  /** The unique name of the solution that it is to be of. */
  readonly solution?: string;
}

export interface MatrixCommand {
  readonly kind: 'matrix';
  /** As typed; the current folder where none was. */
  readonly paths: readonly string[];
  readonly format: MatrixFormat;
}

export interface NeedsCommand {
  readonly kind: 'needs';
  /** As typed; the current folder where none was. */
  readonly paths: readonly string[];
  readonly format: TextFormat;
  /** The file of the flow, as typed. */
  readonly flow: string | undefined;
  /** The unique name of a solution; all of the workspace without it and without a flow. */
  readonly solution: string | undefined;
  readonly environment: string | undefined;
}

export interface OrderCommand {
  readonly kind: 'order';
  /** As typed; the current folder where none was. */
  readonly paths: readonly string[];
  readonly format: TextFormat;
}

export interface CheckCommand {
  readonly kind: 'check';
  /** As typed; the current folder where none was. */
  readonly paths: readonly string[];
  readonly format: Format;
  readonly failOn: FailOn;
  /** The lowest severity that is shown. */
  readonly severity: Severity;
}

export type Format = (typeof formats)[number];
export type FailOn = (typeof failOns)[number];

export type GraphFormat = (typeof graphFormats)[number];
export type MatrixFormat = (typeof matrixFormats)[number];
export type TextFormat = (typeof textFormats)[number];

const formats = ['text', 'json'] as const;
const graphFormats = ['mermaid', 'dot', 'svg', 'json'] as const;
const matrixFormats = ['text', 'csv', 'markdown', 'json'] as const;
const textFormats = ['text', 'markdown', 'json'] as const;
const failOns = [...severities, 'never'] as const;

const changeList = changeCommands
  .map(({ name, usage, summary }) => `  connref ${name} ${usage}\n      ${summary}`)
  .join('\n');

const changeOptions = `Options of changes:
  --dry-run                Show a unified diff of what would be changed, and change nothing.
  -y, --yes                Make the change without asking.
  --format <text|json>     How to report (default: text).

A change writes all of its files or none. It ends with 0 when it is made, with 1 when something had to be left as it is
and is named, and with 2 when the command is wrong or nothing could be written.
`;

/** The help of one command that changes files. */
export function changeHelp({ name, usage, summary }: ChangeCommand): string {
  return `${summary}\n\nUsage: connref ${name} ${usage} [--dry-run | --yes]\n\n${changeOptions}`;
}

export const help = `Finds direct connections and broken connection references in exported Power Platform solutions, and mends them.

Usage: connref check [paths…] [options]
       connref baseline [paths…] [--output <file>]
       connref graph [paths…] [--format <mermaid|dot|svg|json>] [--solution <name>]
       connref matrix [paths…] [--format <text|csv|markdown|json>]
       connref needs [paths…] [--flow <file> | --solution <name>] [--environment <name>] [--format <text|markdown|json>]
       connref order [paths…] [--format <text|markdown|json>]
       connref explain <rule>
       connref <change> [paths…] [--dry-run | --yes]

'check' reports what is wrong. 'baseline' writes down what there is now, so that later checks tell only what is new:
name its file in connref.json. 'graph' writes the graph of connectors, connections, connection references and flows.
'matrix' writes which connection each connection reference has in each environment. 'needs' writes the connections that
whoever turns flows on must own or be given. 'order' writes the order in which the solutions can be imported, and why.
'explain' shows a rule's documentation.

Paths are folders, files or solutions as .zip; the current folder without any. Several paths are checked as one
workspace. A .zip within a folder is read only when it is named itself.

Options:
  --format <format>        How to report: text or json (default: text); how to write the graph: mermaid, dot, svg
                           or json (default: mermaid); and others as told above (default: text).
  --fail-on <severity>     End with 1 when there is a finding of this severity or a higher one:
                           error, warning, info, hint, or never (default: error).
  --severity <severity>    The lowest severity that is shown: error, warning, info or hint (default: hint).
                           Findings that are not shown still count.
  --output <file>          Where to write a baseline (default: connref-baseline.json).
  --solution <name>        The solution that the graph or the needs are of (default: all).
  --flow <file>            The flow that the needs are of.
  --environment <name>     The environment whose connections are told with the needs.
  -h, --help               Show this text.
  -v, --version            Show the version.

Ends with 0 when there is no finding at or above --fail-on, with 1 when there is one, and with 2 when the command is
wrong or something can't be read.

Changes:
${changeList}

${changeOptions}`;

const options = {
  format: { type: 'string' },
  'fail-on': { type: 'string' },
  severity: { type: 'string' },
  output: { type: 'string' },
  solution: { type: 'string' },
  flow: { type: 'string' },
  environment: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

/** @param args what stands behind the program's name. */
export function parseArguments(args: readonly string[]): Command {
  // Not strict, because the messages of the strict mode do not say what to type instead.
  const { tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true });
  const given = new Map<string, string | undefined>();
  const words = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  if (tokens.some((token) => token.kind === 'option' && token.name === 'help')) return { kind: 'help' };
  const change = adviseChange(words);
  // Looked at first, because options of changes are unknown here.
  if (change !== undefined) return wrong(change);
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (!Object.hasOwn(options, token.name)) return wrong(unknownOption(token.rawName));
    given.set(token.name, token.value);
  }
  if (given.has('version')) return { kind: 'version' };

  const [command, ...paths] = words;
  if (command === undefined) return wrong("Say what to do: type 'connref check', or 'connref --help' for all options.");
  if (!isCommandName(command)) {
    const meant = nearest(command, commandNames);
    const instead = [`connref ${meant ?? 'check'}`, ...(meant === undefined ? words : paths)].join(' ');
    return wrong(`There is no command '${command}'. Type '${instead}'.`);
  }
  if (command === 'explain') {
    const [rule] = paths;
    return rule === undefined ? wrong("Say which rule: type 'connref explain <rule>'.") : { kind: 'explain', rule };
  }
  if (paths.includes('')) return wrong("A path is empty. Leave it out, or type '.' for the current folder.");

  const folders = paths.length === 0 ? ['.'] : paths;
  if (command === 'baseline') {
    const output = given.has('output') ? given.get('output') : 'connref-baseline.json';
    return output === undefined || output === ''
      ? wrong('--output needs the name of a file.')
      : { kind: 'baseline', paths: folders, output };
  }
  if (command === 'graph') return graphCommand(folders, given);
  if (command === 'matrix') return matrixCommand(folders, given);
  if (command === 'needs') return needsCommand(folders, given);
  if (command === 'order') return orderCommand(folders, given);
  const format = choose(given, 'format', formats, 'text');
  const failOn = choose(given, 'fail-on', failOns, 'error');
  const severity = choose(given, 'severity', severities, 'hint');
  for (const choice of [format, failOn, severity]) if (typeof choice === 'object') return choice;
  return {
    kind: 'check',
    paths: folders,
    format: format as Format,
    failOn: failOn as FailOn,
    severity: severity as Severity,
  };
}

function graphCommand(paths: readonly string[], given: ReadonlyMap<string, string | undefined>): Command {
  const format = choose(given, 'format', graphFormats, 'mermaid');
  if (typeof format === 'object') return format;
  const solution = given.get('solution');
  if (given.has('solution') && !solution) return wrong('--solution needs the unique name of a solution.');
  return { kind: 'graph', paths, format, ...(solution !== undefined && { solution }) };
}

function matrixCommand(paths: readonly string[], given: ReadonlyMap<string, string | undefined>): Command {
  const format = choose(given, 'format', matrixFormats, 'text');
  return typeof format === 'object' ? format : { kind: 'matrix', paths, format };
}

function needsCommand(paths: readonly string[], given: ReadonlyMap<string, string | undefined>): Command {
  const format = choose(given, 'format', textFormats, 'text');
  if (typeof format === 'object') return format;
  if (given.has('flow') && !given.get('flow')) return wrong('--flow needs the file of a flow.');
  if (given.has('solution') && !given.get('solution')) return wrong('--solution needs the unique name of a solution.');
  if (given.has('environment') && !given.get('environment')) return wrong('--environment needs a name.');
  if (given.has('flow') && given.has('solution')) return wrong('Say --flow or --solution, not both.');
  const [flow, solution, environment] = [given.get('flow'), given.get('solution'), given.get('environment')];
  return { kind: 'needs', paths, format, flow, solution, environment };
}

function orderCommand(paths: readonly string[], given: ReadonlyMap<string, string | undefined>): Command {
  const format = choose(given, 'format', textFormats, 'text');
  return typeof format === 'object' ? format : { kind: 'order', paths, format };
}

const commandNames = ['check', 'baseline', 'graph', 'matrix', 'needs', 'order', 'explain'] as const;

function isCommandName(word: string): word is (typeof commandNames)[number] {
  return (commandNames as readonly string[]).includes(word);
}

/** What to type where somebody seems to have meant a change; `main` takes those that are typed right. */
function adviseChange(words: readonly string[]): string | undefined {
  const [first = ''] = words;
  if (first === '' || isCommandName(first)) return undefined;
  for (const length of [2, 1]) {
    const typed = words.slice(0, length).join(' ');
    const names = changeCommands.map(({ name }) => name).filter((name) => name.split(' ').length === length);
    const meant = nearest(typed, length === 1 ? [...names, ...commandNames] : names);
    if (meant === undefined || isCommandName(meant)) continue;
    return `There is no command '${typed}'. Type '${['connref', meant, ...words.slice(length)].join(' ')}'.`;
  }
  const group = changeCommands
    .filter(({ name }) => name.startsWith(`${first} `))
    .map(({ name }) => `'connref ${name}'`);
  return group.length === 0 ? undefined : `Say what to do: type ${listOf(group)}.`;
}

type WrongCall = Extract<Command, { readonly kind: 'wrong' }>;

function choose<T extends string>(
  given: ReadonlyMap<string, string | undefined>,
  name: string,
  choices: readonly T[],
  usual: T,
): T | WrongCall {
  if (!given.has(name)) return usual;
  const value = given.get(name);
  const choice = choices.find((known) => known === value?.toLowerCase());
  if (choice !== undefined) return choice;
  const list = listOf(choices);
  if (value === undefined || value.startsWith('-')) return wrong(`--${name} needs a value: ${list}.`);
  const meant = nearest(value.toLowerCase(), choices);
  const example = `Type '--${name} ${meant ?? usual}'`;
  return wrong(`--${name} can't be '${value}'. ${example}; possible are ${list}.`);
}

function listOf(choices: readonly string[]): string {
  const last = choices.at(-1) ?? '';
  return choices.length < 2 ? last : `${choices.slice(0, -1).join(', ')} or ${last}`;
}

function unknownOption(rawName: string): string {
  const known = Object.keys(options).map((name) => `--${name}`);
  const meant = nearest(rawName.toLowerCase(), known);
  return meant === undefined
    ? `There is no option '${rawName}'. Type 'connref --help' for all options.`
    : `There is no option '${rawName}'. Type '${meant}'.`;
}

function wrong(message: string): WrongCall {
  return { kind: 'wrong', message };
}

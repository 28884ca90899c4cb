/**
 * Scenarios: files and commands with all that they print, as one readable text.
 *
 * What stands before the first section says what it is about; `folder: <path>` there names a folder of the project to
 * run in. `//- /path` starts a file to run with, `==== <command> ====` a command. Behind it come standard output,
 * standard error with `! ` before each line, and `exit <code>`. Stand-ins keep it the same everywhere: `<folder>` for
 * where it runs, `0.0 s` for any time, `␛` for the escape character.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { connref, projectRoot, type Outcome } from './commandLine';

export interface Scenario {
  /** What stands before the first command. */
  readonly head: string;
  readonly folder: string | undefined;
  readonly files: ReadonlyMap<string, string>;
  readonly commands: readonly ScenarioCommand[];
}

export interface ScenarioCommand {
  readonly command: string;
  readonly expected: string;
}

export function parseScenario(source: string): Scenario {
  const [head = '', ...rest] = source.split(/^==== (.+) ====\n/m);
  const [title = '', ...sections] = head.split(/^\/\/- /m);
  const files = sections.map((section): [string, string] => {
    const lineEnd = section.indexOf('\n');
    return [section.slice(0, lineEnd).trim(), section.slice(lineEnd + 1)];
  });
  const commands: ScenarioCommand[] = [];
  for (let i = 0; i < rest.length; i += 2) commands.push({ command: rest[i] ?? '', expected: rest[i + 1] ?? '' });
  return { head, folder: /^folder: (.+)$/m.exec(title)?.[1], files: new Map(files), commands };
}

/** Writes a scenario as it should stand in its file. */
export function printScenario({ head }: Scenario, results: readonly ScenarioCommand[]): string {
  return head + results.map(({ command, expected }) => `==== ${command} ====\n${expected}`).join('');
}

/** Makes the scenario's files in an empty folder, and gives the folder to run in. */
export function prepareFolder({ folder, files }: Scenario, emptyFolder: string): string {
  if (folder !== undefined) return path.join(projectRoot, folder);
  for (const [name, text] of files) {
    const file = path.join(emptyFolder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return emptyFolder;
}

/** Runs a command such as `FORCE_COLOR=1 connref check 'a b'`, and gives what it did in the words of a scenario. */
export function transcript(command: string, folder: string): string {
  const words = [...command.matchAll(/'([^']*)'|\S+/g)].map(([word, quoted]) => quoted ?? word);
  const start = words.indexOf('connref');
  const env = Object.fromEntries(words.slice(0, start).map((word) => word.split('=', 2) as [string, string]));
  return describe(connref(words.slice(start + 1), folder, env), folder);
}

function describe({ stdout, stderr, exitCode }: Outcome, folder: string): string {
  const errors = stderr.replace(/^(?=.)/gm, '! ');
  return `${stdout}${errors}exit ${exitCode ?? 'none'}\n`
    .replaceAll('\r\n', '\n')
    .replaceAll(folder.replaceAll(path.sep, '/'), '<folder>')
    .replaceAll('\u001b', '␛')
    .replace(/\d+\.\d s\b/g, '0.0 s');
}

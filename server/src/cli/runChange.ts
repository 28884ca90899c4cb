/** From the words of a command that changes files to what is printed and the exit code. */
import * as fs from 'node:fs';
import { diskFileSystem } from '../host/fileSystem';
import { diskWriter } from '../host/fileWriter';
import { makeChange, planChange, type ChangeResult } from './change';
import { changeDiff, changeJson, changeSummary } from './changeReport';
import { parseChange, type ChangeCall, type ChangeCommand } from './changeCommand';
import { resolvePath } from './paths';
import { printable } from './terminal';

/** @returns 0 when done, 1 when something had to be left, 2 when the call is wrong or nothing could be written. */
export function runChange(
  command: ChangeCommand,
  args: readonly string[],
  complain: (message: string) => void,
): 0 | 1 | 2 {
  const resolve = (typed: string): string => resolvePath(typed, process.cwd(), diskFileSystem);
  const call = parseChange(command, args, (typed) => diskFileSystem.kindOf(resolve(typed)) !== undefined);
  if (typeof call === 'string') return fail(complain, call);
  const planned = planChange(call, diskFileSystem, resolve);
  if (typeof planned === 'string') return fail(complain, planned);
  const code = planned.change.left.length === 0 ? 0 : 1;
  if (call.isDryRun || planned.change.files.length === 0) {
    print(call, planned, false);
    return code;
  }
  if (!call.isConfirmed) {
    if (call.format === 'json' || !process.stdin.isTTY || !process.stdout.isTTY) {
      return fail(complain, "Nothing was changed. Add '--dry-run' to see the changes, or '--yes' to make them.");
    }
    show(changeDiff(planned) + changeSummary(planned, false));
    if (!askForAgreement()) return fail(complain, 'Nothing was changed.');
  }
  const problem = makeChange(planned, diskWriter);
  if (problem !== undefined) return fail(complain, problem);
  print(call, planned, true);
  return code;
}

function print(call: ChangeCall, planned: ChangeResult, isDone: boolean): void {
  if (call.format === 'json') process.stdout.write(changeJson(planned, isDone));
  else {
    if (!isDone) show(changeDiff(planned));
    // Beside a diff that somebody may hand on to another tool, words would be in the way.
    show(changeSummary(planned, isDone), !isDone && planned.change.files.length > 0 ? process.stderr : process.stdout);
  }
}

/** A terminal gets no control characters; a file or another tool gets the diff as it is, to apply it. */
function show(text: string, stream: NodeJS.WriteStream = process.stdout): void {
  stream.write(stream.isTTY ? text.split('\n').map(printable).join('\n') : text);
}

function askForAgreement(): boolean {
  process.stdout.write('Make these changes? [y/N] ');
  const answer = Buffer.alloc(16);
  try {
    return /^y(es)?\s*$/i.test(answer.toString('utf8', 0, fs.readSync(process.stdin.fd, answer)));
  } catch {
    return false;
  }
}

function fail(complain: (message: string) => void, message: string): 2 {
  complain(message);
  return 2;
}

/**
 * Writes the code cache of the command line, as the last step of a build. The program does its work once before, because
 * V8 compiles a function when it is first called, and the cache holds what is compiled by then.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { cacheOf, loadProgram, runProgram } from '../server/src/cli/program';

const folder = path.resolve('dist');
const program = loadProgram(folder);
process.on('exit', () => {
  writeFileSync(cacheOf(folder), program.createCachedData());
  // The program has ended with its findings' code.
  process.exitCode = 0;
});
runProgram(program, folder);

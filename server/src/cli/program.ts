/**
 * The program in its bundle, with what V8 compiled of it when it was built (a code cache): most of a short run would be
 * spent on compiling. A V8 of another version refuses the cache and compiles as ever; nothing else depends on it.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

/** @param folder holds the bundle, and the code cache where the build has made one. */
export function loadProgram(folder: string): Script {
  optimizeLate();
  const filename = path.join(folder, 'program.js');
  // The bundler writes ASCII only, and of that this is the fastest to read.
  const source = readFileSync(filename, 'latin1');
  const cachedData = readIfThere(cacheOf(folder));
  return new Script(`(function (require, module, exports, __filename, __dirname) {${source}\n})`, {
    filename,
    ...(cachedData && { cachedData }),
  });
}

/** @param program of `loadProgram`. */
export function runProgram(program: Script, folder: string): void {
  const run = program.runInThisContext() as (...scope: readonly unknown[]) => void;
  run(require, module, exports, path.join(folder, 'program.js'), folder);
}

/**
 * Lets V8 optimize a function when it has run twice as long as by default: in a check of less than a second most of what
 * is optimized hardly runs any more. The build sets it too, because a code cache fits the flags that it was made with.
 */
function optimizeLate(): void {
  setFlagsFromString('--interrupt-budget=270000');
}

export function cacheOf(folder: string): string {
  return path.join(folder, 'program.cache');
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    // The program is all that is needed.
    return undefined;
  }
}

/** How long reading and checking the workspace took: a line in the log each time, and kept for who reports an issue. */
import type { WorkspaceCounts } from '../features/counts';
import type { Log } from './log';
import type { Duration } from './protocol';

export class Timings {
  readonly #log: Log;
  #read: Duration | undefined;
  #check: Duration | undefined;
  #isNewlyRead = false;

  constructor(log: Log) {
    this.#log = log;
  }

  /** The last time that folders were read. */
  get read(): Duration | undefined {
    return this.#read;
  }

  /** The first time that everything was checked after that: later on, only what has changed is. */
  get check(): Duration | undefined {
    return this.#check;
  }

  wasRead(folders: number, timing: Duration): void {
    this.#read = timing;
    this.#isNewlyRead = true;
    const where = folders === 1 ? '1 folder' : `${folders} folders`;
    this.#log.info(`Read ${timing.files} files in ${where} in ${timing.milliseconds.toFixed(0)} ms.`);
  }

  wasChecked(timing: Duration, { solutions, flows, errors, warnings }: WorkspaceCounts): void {
    // After a change, a line would be told for each key that is pressed.
    if (!this.#isNewlyRead) {
      this.#log.duration('check', timing.milliseconds);
      return;
    }
    this.#isNewlyRead = false;
    this.#check = timing;
    const found = `solutions: ${solutions}, flows: ${flows}, errors: ${errors}, warnings: ${warnings}`;
    this.#log.info(`Checked ${timing.files} files in ${timing.milliseconds.toFixed(0)} ms; ${found}.`);
  }
}

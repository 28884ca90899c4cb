/**
 * Ends what a script has started, in whatever way the script ends: done, failed, Ctrl+C, SIGTERM, or because the npm
 * that started it is gone.
 */

const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** How often to look whether the starting process still lives. A shell that is terminated does not tell its child. */
const parentCheckMilliseconds = 1000;

type Ending = () => Promise<void> | void;

export class Lifetime {
  readonly #endings: Ending[] = [];
  readonly #controller = new AbortController();
  #ended: Promise<void> | undefined;

  /** Aborted when the end begins: running commands and downloads stop at once. */
  readonly signal: AbortSignal;

  constructor(parent?: Lifetime) {
    const own = this.#controller.signal;
    this.signal = parent ? AbortSignal.any([own, parent.signal]) : own;
    parent?.onEnd(() => this.end());
  }

  /** Asks for `ending` to be called at the end. What was started last ends first. */
  onEnd(ending: Ending): void {
    this.#endings.push(ending);
  }

  /** Ends everything, once. Later calls wait for the same end. */
  end(): Promise<void> {
    this.#ended ??= this.#endAll();
    return this.#ended;
  }

  async #endAll(): Promise<void> {
    this.#controller.abort();
    for (let ending = this.#endings.pop(); ending; ending = this.#endings.pop()) {
      try {
        await ending();
      } catch (error) {
        console.error(`While stopping: ${messageOf(error)}`);
      }
    }
  }
}

/**
 * Runs a script's `main` and ends the process with the exit code that it gives. An error is told in one line and gives
 * 1; a signal ends what runs and gives the customary code of that signal.
 */
export function runScript(main: (lifetime: Lifetime) => Promise<number>): void {
  const lifetime = new Lifetime();
  const parent = process.ppid;

  let leaving = false;
  const leave = (exitCode: number): void => {
    if (leaving) return;
    leaving = true;
    void lifetime.end().then(() => process.exit(exitCode));
  };

  for (const [signal, exitCode] of Object.entries(signals)) {
    process.on(signal, () => leave(exitCode));
  }
  setInterval(() => {
    if (process.ppid !== parent) leave(signals.SIGHUP);
  }, parentCheckMilliseconds).unref();

  main(lifetime).then(leave, (error: unknown) => {
    if (!leaving) console.error(messageOf(error));
    leave(1);
  });
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

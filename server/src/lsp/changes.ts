/** Who changed what, and when it is time to look: many changes close together are looked at once. */
import type { CancellationToken } from 'vscode-languageserver/node';
import type { FileId } from '../model/place';

/** Long enough to take several keystrokes together, too short to be noticed. */
const settleMilliseconds = 120;

export class Changes {
  readonly #onCrash: (error: unknown) => void;
  readonly #stamps = new Map<FileId, number>();
  readonly #listeners = new Set<() => unknown>();
  #lastStamp = 0;
  #settled = 0;
  #timer: NodeJS.Timeout | undefined;
  #isDisposed = false;

  constructor(onCrash: (error: unknown) => void) {
    this.#onCrash = onCrash;
  }

  /** Texts of these files may be others now. */
  touch(files: Iterable<FileId>): void {
    this.#lastStamp++;
    for (const file of files) this.#stamps.set(file, this.#lastStamp);
    this.#schedule();
  }

  /** Equal as long as nothing was told of the file. */
  stampOf(file: FileId): number {
    return this.#stamps.get(file) ?? 0;
  }

  /** @param listener is called a little after each change or burst of changes. */
  onSettled(listener: () => unknown): void {
    this.#listeners.add(listener);
  }

  /** How often the listeners were called. */
  get settled(): number {
    return this.#settled;
  }

  /** Waits until `settled` is larger than it was, or until the token says that nobody waits any more. */
  async settledAfter(settled: number, token: CancellationToken): Promise<void> {
    if (this.#settled > settled || this.#isDisposed || token.isCancellationRequested) return;
    await new Promise<void>((resolve) => {
      const end = (): void => {
        this.#listeners.delete(end);
        subscription.dispose();
        resolve();
      };
      const subscription = token.onCancellationRequested(end);
      this.#listeners.add(end);
    });
  }

  get isDisposed(): boolean {
    return this.#isDisposed;
  }

  /** Lets all who wait go on. */
  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#timer);
    this.#settle();
  }

  /** The first change starts the clock, so that somebody who types without a pause gets answers too. */
  #schedule(): void {
    if (this.#isDisposed) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#settle();
    }, settleMilliseconds);
  }

  #settle(): void {
    this.#settled++;
    for (const listener of [...this.#listeners]) {
      Promise.resolve()
        .then(() => listener())
        .catch(this.#onCrash);
    }
  }
}

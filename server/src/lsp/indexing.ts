/** Reads the folders of the workspace, one set of folders after the other, and lets others wait for the end of it. */
import type { Workspace } from '../host/workspace';
import type { FileId } from '../model/place';
import { inSlices } from './slices';

export class Indexing {
  readonly #workspace: Workspace;
  readonly #onCrash: (error: unknown) => void;
  readonly #listeners: ((work: Promise<void>) => void)[] = [];
  readonly #arrangements: ((folders: readonly FileId[]) => Promise<void>)[] = [];
  readonly #preparations: (() => Promise<void>)[] = [];
  #work: Promise<void> = Promise.resolve();

  constructor(workspace: Workspace, onCrash: (error: unknown) => void) {
    this.#workspace = workspace;
    this.#onCrash = onCrash;
  }

  /** @param listener is called with the work when it begins. */
  onStart(listener: (work: Promise<void>) => void): void {
    this.#listeners.push(listener);
  }

  /** @param arrange is done with each new set of folders before they are read. */
  onOpening(arrange: (folders: readonly FileId[]) => Promise<void>): void {
    this.#arrangements.push(arrange);
  }

  /** @param prepare is done with each new set of folders before anybody is answered. */
  onOpened(prepare: () => Promise<void>): void {
    this.#preparations.push(prepare);
  }

  /** Opens these folders instead of those that were open. */
  open(folders: readonly FileId[]): Promise<void> {
    const work = this.run(async () => {
      for (const arrange of this.#arrangements) await arrange(folders);
      await inSlices(this.#workspace.open(folders), undefined, () => undefined);
      for (const prepare of this.#preparations) await prepare();
    });
    for (const listener of this.#listeners) listener(work);
    return work;
  }

  /** Does something else before anybody is answered. */
  run(work: () => Promise<void>): Promise<void> {
    this.#work = this.#work.then(work).catch(this.#onCrash);
    return this.#work;
  }

  /** Waits until all folders that are open by then are read. */
  async whenDone(): Promise<void> {
    for (let work: Promise<void> | undefined; work !== this.#work;) {
      work = this.#work;
      await work;
    }
  }
}

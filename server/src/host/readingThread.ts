/**
 * A thread that reads flows while the first one looks for files and reads the others. What it has not begun by then is
 * read by the first one, so that both end at the same time.
 */
import {
  MessageChannel,
  receiveMessageOnPort,
  SHARE_ENV,
  Worker,
  workerData,
  type MessagePort,
} from 'node:worker_threads';
import { extractFacts } from '../model/extract';
import type { Facts } from '../model/facts';
import { kindOfFile } from '../model/fileKind';
import type { FileId } from '../model/place';
import { diskFileSystem } from './fileSystem';
import { Texts } from './texts';

/** A thread takes as long to start as it takes to read so many flows. */
const fewestFiles = 50;

/** Then whoever waits does the work itself: the thread may have died of anything. */
const mostPatience = 10_000;

/** What both threads count, by its place in the shared memory. */
const enum Count {
  /** Files that one of them has begun: the thread takes them from the front, the first one from the back. */
  Begun,
  /** All files, as soon as that is known. */
  All,
  /** Answers that the thread has given. */
  Answers,
}

interface Connection {
  readonly port: MessagePort;
  readonly counts: Int32Array;
}

export class ReadingThread {
  readonly #program: string;
  readonly #files: FileId[] = [];
  #connection: Connection | undefined;

  /** @param program the path of a script that calls `runReadingThread`. */
  constructor(program: string) {
    this.#program = program;
  }

  /** How many files the thread has begun to read: tests wait for it. */
  get begun(): number {
    return this.#connection ? Atomics.load(this.#connection.counts, Count.Begun) : 0;
  }

  /** Hands over a file that is on disk. */
  give(file: FileId): void {
    this.#files.push(file);
    if (this.#connection) this.#connection.port.postMessage(file);
    else if (this.#files.length === fewestFiles) this.#start();
  }

  /** Gives back all files, in any order: with their facts, or with nothing where the caller is to read it. */
  *takeBack(): Generator<readonly [file: FileId, facts: Facts | undefined], void> {
    const files = this.#files.splice(0);
    const connection = this.#connection;
    if (connection) Atomics.store(connection.counts, Count.All, files.length);
    while (!connection || begin(connection.counts)) {
      const file = files.pop();
      if (file === undefined) return;
      yield [file, undefined];
    }
    let isAlive = true;
    for (const file of files) {
      const answer: Answer | undefined = isAlive ? waitForAnswer(connection) : undefined;
      isAlive = answer !== undefined;
      yield [file, answer?.facts];
    }
    // That ends the thread.
    connection.port.close();
  }

  #start(): void {
    const { port1, port2 } = new MessageChannel();
    const counts = new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT));
    counts[Count.All] = 2 ** 31 - 1;
    const workerData: Connection = { port: port2, counts };
    const worker = new Worker(this.#program, { workerData, transferList: [port2], env: SHARE_ENV });
    // The first thread reads whatever this one does not, and needs no word of why.
    worker.on('error', () => undefined);
    worker.unref();
    for (const file of this.#files) port1.postMessage(file);
    this.#connection = { port: port1, counts };
  }
}

/** What the thread does. */
export function runReadingThread(): void {
  const { port, counts } = workerData as Connection;
  const texts = new Texts(diskFileSystem, () => false);
  port.on('message', (file: FileId) => {
    if (!begin(counts)) return;
    const answer: Answer = { facts: readFacts(texts, file) };
    port.postMessage(answer);
    Atomics.add(counts, Count.Answers, 1);
    Atomics.notify(counts, Count.Answers);
  });
}

interface Answer {
  readonly facts: Facts | undefined;
}

/** @returns undefined for a file that is not like most: the first thread knows what to do then. */
function readFacts(texts: Texts, file: FileId): Facts | undefined {
  try {
    const kind = kindOfFile(file);
    const text = texts.text(file);
    return kind === undefined || text === undefined || texts.isLossy(file) ? undefined : extractFacts(kind, text);
  } catch {
    return undefined;
  }
}

/** Whether there is a file left to begin. */
function begin(counts: Int32Array): boolean {
  return Atomics.add(counts, Count.Begun, 1) < Atomics.load(counts, Count.All);
}

/** @returns undefined where none comes. */
function waitForAnswer({ port, counts }: Connection): Answer | undefined {
  for (;;) {
    const answers = Atomics.load(counts, Count.Answers);
    const received = receiveMessageOnPort(port) as { readonly message: Answer } | undefined;
    if (received) return received.message;
    if (Atomics.wait(counts, Count.Answers, answers, mostPatience) === 'timed-out') return undefined;
  }
}

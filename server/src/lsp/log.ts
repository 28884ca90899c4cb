/** What the server tells about itself. Nobody's work stops for it. */
import type { Connection } from 'vscode-languageserver/node';

export class Log {
  readonly #connection: Connection;
  #crashes = 0;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** How much threw that never should. */
  get crashes(): number {
    return this.#crashes;
  }

  /** Something threw that never should. */
  crash(what: string, file: string | undefined, error: unknown): void {
    this.#crashes++;
    const where = file === undefined ? '' : ` (${file})`;
    const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.#connection.console.error(`Failed: ${what}${where}: ${cause}`);
  }

  /** A line for who looks. */
  info(message: string): void {
    this.#connection.console.info(message);
  }

  /** Something of the user's that can't be used. */
  warn(message: string): void {
    this.#connection.console.warn(message);
  }

  /** Told only where the client traces. */
  duration(what: string, milliseconds: number): void {
    this.#connection.tracer.log(`${what}: ${milliseconds.toFixed(1)} ms`);
  }
}

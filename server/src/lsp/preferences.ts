/** The client's settings, as far as an answer depends on them, kept in step with it. */
import { DidChangeConfigurationNotification, type Connection } from 'vscode-languageserver/node';
import { get } from '../model/json';
import type { ClientFeatures } from './clientFeatures';
import type { Log } from './log';

export interface Preferences {
  readonly usesLens: boolean;
  readonly unboundLens: boolean;
  readonly inlayHints: boolean;
}

const section = 'connref';
const defaults: Preferences = { usesLens: true, unboundLens: true, inlayHints: true };

export class ClientSettings {
  readonly #connection: Connection;
  readonly #client: ClientFeatures;
  readonly #log: Log;
  #current: Promise<Preferences> | undefined;
  readonly #listeners: (() => void)[] = [];
  #isFollowing = false;

  constructor(connection: Connection, client: ClientFeatures, log: Log) {
    this.#connection = connection;
    this.#client = client;
    this.#log = log;
    connection.onDidChangeConfiguration(() => {
      this.#current = undefined;
      for (const listener of this.#listeners) listener();
    });
  }

  /** @param onChange is called when they may be others. */
  follow(onChange: () => void): void {
    this.#listeners.push(onChange);
  }

  /** As they are set; asked for when they are first needed, and again after each change. */
  read(): Promise<Preferences> {
    if (!this.#client.hasConfiguration) return Promise.resolve(defaults);
    this.register();
    this.#current ??= this.#read();
    return this.#current;
  }

  /** Lets the client tell of changes from then on. */
  register(): void {
    if (this.#isFollowing || !this.#client.tellsConfiguration) return;
    this.#isFollowing = true;
    this.#connection.client
      .register(DidChangeConfigurationNotification.type, { section })
      .catch((error: unknown) => this.#log.crash('follow settings', undefined, error));
  }

  async #read(): Promise<Preferences> {
    try {
      const value: unknown = await this.#connection.workspace.getConfiguration(section);
      const isOn = (...names: readonly string[]): boolean => get(value, ...names) !== false;
      return {
        usesLens: isOn('codeLens', 'uses'),
        unboundLens: isOn('codeLens', 'unbound'),
        inlayHints: isOn('inlayHints', 'enabled'),
      };
    } catch (error) {
      this.#log.crash('read settings', undefined, error);
      return defaults;
    }
  }
}

/** The versions of VS Code that the tests run in. */

export interface VSCodeVersion {
  readonly version: string;
  /** The npm package that holds this version as a server for browsers. */
  readonly package: string;
  /** The major version of Node that it is made for. */
  readonly nodeMajor: number;
}

/** `engines.vscode` of package.json: nobody is promised more than what is tested. */
export const oldest: VSCodeVersion = { version: '1.100.3', package: 'code-server@4.100.3', nodeMajor: 20 };

export const newest: VSCodeVersion = { version: '1.139.1', package: 'code-server@4.139.1', nodeMajor: 24 };

import * as vscode from 'vscode';
import { findFile, findingsOf, waitFor, workspaceFolder } from './helpers';

const rule = 'use-connection-references';

describe('settings', () => {
  const { Error: error, Warning: warning, Information: info } = vscode.DiagnosticSeverity;
  const waitForSeverities = async (...expected: readonly vscode.DiagnosticSeverity[]): Promise<void> => {
    const file = await findFile('OldNotification-DAA283E7-66F6-4A33-A23D-55B072AD857D.json');
    const found = (): string =>
      findingsOf(file)
        .map(({ severity }) => severity)
        .join();
    await waitFor(() => found() === expected.join(), `findings of '${expected.join()}'`);
  };
  const update = (name: string, value: unknown, target: vscode.ConfigurationTarget): Thenable<void> =>
    vscode.workspace.getConfiguration('connref', workspaceFolder()).update(name, value, target);
  const { Global: global, WorkspaceFolder: folder } = vscode.ConfigurationTarget;

  afterEach(async () => {
    for (const name of ['rules', 'exclude', 'validate']) {
      await update(name, undefined, global);
      await update(name, undefined, folder);
    }
    await waitForSeverities(warning, warning);
  });

  it('change severities at once, those of the folder before those of the user', async () => {
    await update('rules', { [rule]: 'info' }, global);
    await waitForSeverities(info, info);
    await update('rules', { [rule]: 'error' }, folder);
    await waitForSeverities(error, error);
  });

  it('exclude files, and switch findings off', async () => {
    await update('exclude', ['ContosoTravel/**'], folder);
    await waitForSeverities(warning, warning);
    await update('exclude', ['**/OldNotification-*.json'], folder);
    await waitForSeverities();
    await update('exclude', undefined, folder);
    await waitForSeverities(warning, warning);
    await update('validate', false, folder);
    await waitForSeverities();
  });

  it('come after a configuration, which may lie above the folder and change there', async () => {
    const above = vscode.Uri.joinPath(workspaceFolder(), '..', 'connref.json');
    const write = (text: string): Thenable<void> =>
      vscode.workspace.fs.writeFile(above, new TextEncoder().encode(text));
    await update('rules', { [rule]: 'error' }, folder);
    await waitForSeverities(error, error);
    await write(`{ "rules": { "${rule}": "info" } }`);
    try {
      await waitForSeverities(info, info);
      await write('{}');
      await waitForSeverities(error, error);
    } finally {
      await vscode.workspace.fs.delete(above);
    }
  });
});

import type { ExtensionContext } from 'vscode';

export function activate(_context: ExtensionContext): void {
  // Wired in a later commit.
}

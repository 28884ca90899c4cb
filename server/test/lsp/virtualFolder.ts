/** A folder that the server can't read by itself: its URIs name no disk, and the client gives its files. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { URI } from 'vscode-uri';
import type { LookResult, ReadResult } from '../../src/lsp/protocol';
import { Folder } from './folder';

export class VirtualFolder extends Folder {
  static readonly scheme = 'vscode-vfs';
  /** What the server has asked to read, as names. */
  readonly asked: string[] = [];
  /** Names whose content nobody gives. */
  readonly unreadable = new Set<string>();

  override uri(file: string): string {
    return URI.from({ scheme: VirtualFolder.scheme, authority: 'github', path: `/contoso${file}` }).toString();
  }

  override nameOf(uri: string): string {
    const { scheme, path } = URI.parse(uri);
    return scheme === VirtualFolder.scheme ? path.slice('/contoso'.length) : uri;
  }

  look(uri: string): LookResult {
    const at = this.path(this.nameOf(uri));
    if (!existsSync(at)) return null;
    if (statSync(at).isFile()) return 'file';
    const entries = readdirSync(at, { withFileTypes: true });
    return { entries: entries.map((entry) => ({ name: entry.name, kind: entry.isDirectory() ? 'folder' : 'file' })) };
  }

  give(uri: string): ReadResult {
    const name = this.nameOf(uri);
    this.asked.push(name);
    if (this.unreadable.has(name)) return null;
    return { base64: readFileSync(this.path(name)).toString('base64') };
  }
}

/** How names of the field are compared and cut out of longer ones. */

/** Logical names, connectors and GUIDs compare without case. Two names are the same when their folded forms are equal. */
export function fold(name: string): string {
  return name.toLowerCase();
}

/** `/providers/Microsoft.PowerApps/apis/shared_x` → `shared_x`; a bare name stays as it is. Undefined when nothing is left. */
export function connectorName(id: string): string | undefined {
  const match = /\/apis\/([^/]+)/i.exec(id);
  const name = match?.[1] ?? id.slice(id.lastIndexOf('/') + 1);
  return name === '' ? undefined : name;
}

/** `shared_x` → `/providers/Microsoft.PowerApps/apis/shared_x`. */
export function connectorIdOf(connector: string): string {
  return `/providers/Microsoft.PowerApps/apis/${connector}`;
}

/** `{3F2A…}` → `3f2a…`. */
export function foldGuid(guid: string): string {
  return guid.replace(/[{}]/g, '').toLowerCase();
}

/** The last segment of a path with `/`. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The path without its last segment, and without a slash at the end; empty for a bare name. */
export function parentFolder(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** A step's name as the designer shows it: `Send_an_email_(V2)` → `Send an email (V2)`. */
export function stepTitle(name: string): string {
  return name.replaceAll('_', ' ');
}

/** Whether a connection id is filled in by a pipeline, told by the token forms of the usual tools. */
export function isToken(connectionId: string): boolean {
  return /^(#\{.*\}#|#.+#|%.+%|@@.+@@|\{\{.*\}\}|\$\(.*\)|\$\{.*\})$/.test(connectionId.trim());
}

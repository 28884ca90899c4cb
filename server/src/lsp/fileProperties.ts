/** Files in plain data of the engine: the protocol names the same files by their URIs. */
const names: ReadonlySet<string> = new Set(['file', 'fromFile', 'toFile']);

/** Gives the same data with another name for each file, wherever in it a property holds one. */
export function mapFiles<T>(data: T, map: (file: string) => string): T {
  return mapped(data, map) as T;
}

function mapped(data: unknown, map: (file: string) => string): unknown {
  if (Array.isArray(data)) return data.map((item) => mapped(item, map));
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      names.has(name) && typeof value === 'string' ? map(value) : mapped(value, map),
    ]),
  );
}

/** A map with several values for a key, in the order in which they were added. */
export class Multimap<K, V> {
  readonly #map = new Map<K, V[]>();

  add(key: K, value: V): void {
    const values = this.#map.get(key);
    if (values) values.push(value);
    else this.#map.set(key, [value]);
  }

  get(key: K): readonly V[] {
    return this.#map.get(key) ?? [];
  }

  has(key: K): boolean {
    return this.#map.has(key);
  }

  keys(): IterableIterator<K> {
    return this.#map.keys();
  }

  values(): IterableIterator<readonly V[]> {
    return this.#map.values();
  }

  entries(): IterableIterator<[K, readonly V[]]> {
    return this.#map.entries();
  }
}

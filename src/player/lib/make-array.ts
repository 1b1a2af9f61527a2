/**
 * An array of `count` items, each made from its index. Not `Array.from`, because pages with Prototype or MooTools replace it
 * with one that ignores the mapping function.
 */
export function makeArray<T>(count: number, make: (index: number) => T): T[] {
  const list: T[] = [];
  for (let index = 0; index < count; index++) list.push(make(index));
  return list;
}

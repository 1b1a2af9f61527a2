/**
 * A list of `count` things, each made from its index. `Array.from` would do, but for pages with Prototype or MooTools, which
 * have one of their own that does not call anything.
 */
export function times<T>(count: number, make: (index: number) => T): T[] {
  const list: T[] = [];
  for (let index = 0; index < count; index++) list.push(make(index));
  return list;
}

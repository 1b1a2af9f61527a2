/**
 * What pages do to the language before the player's script comes, each as a script of the page; by how they do it.
 * `wrap(owner, key)` puts a function there that does the same, notes what it was given in `noted`, and is not native.
 */
export const poisonedBuiltIns: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "additions that every loop sees, as old libraries make them": {
    "Object.prototype": "Object.prototype.extend = function () { return this };",
    "Object.prototype with words of ours":
      'Object.prototype.label = Object.prototype.src = Object.prototype.message = "polluted";',
    "Array.prototype":
      'for (const name of ["each", "contains", "clone", "erase", "inspect"]) Array.prototype[name] = function () { return this };',
    "Array.prototype.toJSON": "Array.prototype.toJSON = function () { return String(this) };",
    "Function.prototype": "Function.prototype.delay = function () { return 0 };",
    "String and Number.prototype":
      'String.prototype.strip = Number.prototype.times = function () { return "" };',
    "Element.prototype": "Element.prototype.hide = Element.prototype.show = function () {};",
  },
  "functions that are wrapped and noted, and answers of another class": {
    lists:
      'for (const key of ["map", "find", "filter", "flatMap", "push", "join", "slice", "includes", "forEach", Symbol.iterator]) wrap(Array.prototype, key);',
    Object:
      'for (const key of ["entries", "fromEntries", "assign", "keys", "hasOwn", "defineProperty"]) wrap(Object, key);',
    texts:
      'for (const key of ["split", "replace", "replaceAll", "trim", "match", "slice"]) wrap(String.prototype, key);',
    JSON: 'wrap(JSON, "parse"); wrap(JSON, "stringify");',
    "maps and sets":
      'wrap(Map.prototype, "get"); wrap(Map.prototype, "set"); wrap(Set.prototype, "add"); wrap(WeakMap.prototype, "get");',
    promises:
      'for (const key of ["then", "catch", "finally"]) wrap(Promise.prototype, key); wrap(Promise, "all"); wrap(Promise, "race");',
    "call and apply": 'for (const key of ["call", "apply", "bind"]) wrap(Function.prototype, key);',
    fetch: 'wrap(globalThis, "fetch"); globalThis.Response = class extends Response {};',
    time: 'for (const key of ["setTimeout", "clearTimeout", "queueMicrotask", "requestAnimationFrame"]) wrap(globalThis, key); wrap(Performance.prototype, "now");',
    addresses: 'globalThis.URL = class extends URL {}; wrap(URL, "canParse");',
    events:
      'wrap(EventTarget.prototype, "addEventListener"); wrap(EventTarget.prototype, "dispatchEvent");',
    elements:
      'for (const key of ["append", "setAttribute", "attachShadow", "replaceChildren", "getAttribute"]) wrap(Element.prototype, key);',
    documents:
      'wrap(Document.prototype, "createElement"); wrap(Document.prototype, "createElementNS");',
    registration:
      'wrap(CustomElementRegistry.prototype, "define"); wrap(CustomElementRegistry.prototype, "get");',
    signals:
      "globalThis.AbortController = class extends AbortController {}; globalThis.Event = class extends Event {};",
    sound: 'wrap(HTMLMediaElement.prototype, "play"); wrap(HTMLMediaElement.prototype, "load");',
  },
  "functions that old libraries replaced by some that do less": {
    "Array.from of Prototype and MooTools":
      "Array.from = (list) => { if (!list) return []; const all = []; for (let at = 0; at < (list.length || 0); at++) all[at] = list[at]; return all };",
    "entries of Prototype": "Array.prototype.entries = function () { return this.slice() };",
    "a Promise of a library's own, as Angular had it": `{
      const Native = Promise;
      const Zone = class extends Native {};
      Zone.withResolvers = undefined;
      Zone.any = undefined;
      globalThis.Promise = Zone;
    }`,
    "bind that makes nothing new":
      "Function.prototype.bind = function (self, ...first) { return (...rest) => this.apply(self, [...first, ...rest]) };",
    "remove that wants a parent":
      "Element.prototype.remove = function () { this.parentNode.removeChild(this); return this };",
    "Object.keys with what is inherited":
      "Object.keys = (all) => { const keys = []; for (const key in all) keys[keys.length] = key; return keys };",
    "setTimeout that gives an object":
      "{ const native = setTimeout; globalThis.setTimeout = (run, ms, ...rest) => ({ id: native(run, ms, ...rest), [Symbol.toPrimitive]() { return this.id } }); }",
  },
};

/** What `wrap` is, in the page; it uses nothing that it wraps. */
export const wrapper = `
  const noted = [];
  const { apply } = Reflect;
  const wrap = (owner, key) => {
    const native = owner[key];
    owner[key] = function (...given) {
      noted[noted.length] = given[0];
      return apply(native, this, given);
    };
  };`;

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compile as compileSvelte } from "svelte/compiler";
import { build } from "vite";
import type { Plugin } from "vite";
import { compileScript, parse } from "vue/compiler-sfc";

const example = (file: string): string =>
  fileURLToPath(new URL(`../../examples/${file}`, import.meta.url));

/** How each framework shows its example in `#place`, changes what it was given, and takes it away. */
const entries = {
  react: `
    import { createElement } from "react";
    import { createRoot } from "react-dom/client";
    import { Listen } from ${JSON.stringify(example("react.tsx"))};
    const root = createRoot(document.getElementById("place"));
    globalThis.show = (link) => root.render(createElement(Listen, { link, onEnd }));
    globalThis.leave = () => root.unmount();`,
  vue: `
    import { createApp, h, ref } from "vue";
    import Listen from ${JSON.stringify(example("vue.vue"))};
    const given = ref("");
    const app = createApp({ render: () => h(Listen, { link: given.value, onEnd }) });
    let mounted = false;
    globalThis.show = (link) => {
      given.value = link;
      if (!mounted) app.mount("#place");
      mounted = true;
    };
    globalThis.leave = () => app.unmount();`,
  svelte: `
    import { mount, unmount } from "svelte";
    import Around from "around.svelte";
    const made = mount(Around, { target: document.getElementById("place"), props: { onend: () => onEnd() } });
    globalThis.show = made.show;
    globalThis.leave = () => unmount(made);`,
} as const;

/** Gives Svelte's example its link, as a page would. */
const around = `<script>
  import Listen from ${JSON.stringify(example("svelte.svelte"))};
  const { onend } = $props();
  let link = $state("");
  export function show(next) {
    link = next;
  }
</script>
{#if link}<Listen {link} {onend} />{/if}`;

export type Framework = keyof typeof entries;
export const frameworks = Object.keys(entries) as Framework[];

const isCustomElement = (tag: string): boolean => tag === "earmark-player";

/** Compiles the two kinds of file that no bundler knows by itself, as their own plugins do. */
const compilers: Plugin = {
  name: "examples",
  enforce: "pre",
  resolveId(id) {
    if (/(?:^|\/)entry$/.test(id)) return "\0entry.js";
    if (id === "around.svelte") return id;
    // What comes out of Vue's compiler is TypeScript, and is to be taken for it.
    return id.endsWith(".vue") ? `${id}.ts` : undefined;
  },
  load(id) {
    if (id.endsWith(".svelte")) {
      const source = id === "around.svelte" ? around : readFileSync(id, "utf8");
      return compileSvelte(source, { filename: id, generate: "client" }).js.code;
    }
    if (!id.endsWith(".vue.ts")) return undefined;
    const { descriptor } = parse(readFileSync(id.replace(/\.ts$/, ""), "utf8"));
    return compileScript(descriptor, {
      id: "example",
      inlineTemplate: true,
      templateOptions: { compilerOptions: { isCustomElement } },
    }).content;
  },
};

/** The example of a framework as one script: `show(link)`, `leave()`, and `ends`, how often a track has ended. */
export async function bundle(framework: Framework): Promise<string> {
  const prelude = "globalThis.ends = 0; const onEnd = () => void globalThis.ends++;";
  const entry: Plugin = {
    name: "entry",
    load: (id) => (id === "\0entry.js" ? `${entries[framework]}\n${prelude}` : undefined),
  };
  const output = await build({
    configFile: false,
    publicDir: false,
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
    // Under test a build is for development, of which the React above knows nothing.
    oxc: { jsx: { runtime: "automatic", importSource: "react", development: false } },
    plugins: [entry, compilers],
    build: { write: false, lib: { entry: "entry", formats: ["iife"], name: "example" } },
  });
  const [result] = Array.isArray(output) ? output : [output];
  if (!result || !("output" in result))
    throw new Error(`The example of ${framework} was not built.`);
  return result.output[0].code;
}

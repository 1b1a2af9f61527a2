import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { globSync } from "node:fs";
import { findFreePort } from "../../scripts/find-free-port.ts";
import type { Launch } from "./browser-driver.ts";

/** WebKitGTK's own small browser, which has no folder on PATH. */
const MINI_BROWSER = "/usr/lib/*/webkit2gtk-4.*/MiniBrowser";

/** Names of keys as WebDriver has them: https://www.w3.org/TR/webdriver2/#keyboard-actions */
const KEYS: Readonly<Record<string, string>> = {
  Tab: "\uE004",
  Enter: "\uE007",
  Shift: "\uE008",
  Escape: "\uE00C",
  End: "\uE010",
  Home: "\uE011",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
  PageUp: "\uE00E",
  PageDown: "\uE00F",
};

/** WebKitGTK under Xvfb, by plain WebDriver calls. */
export const webkit: Launch = async ({ environment }) => {
  const binary = globSync(MINI_BROWSER)[0];
  if (!binary) throw new Error('WebKitGTK is not here: "npm test" says how to get it.');
  const screen = spawn(
    "Xvfb",
    ["-displayfd", "3", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"],
    {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    },
  );
  const display = await firstLine(screen);
  const port = await findFreePort();
  const env = {
    ...environment,
    DISPLAY: `:${display}`,
    NO_AT_BRIDGE: "1",
    // By itself it paints some tiles by a graphics card and some without, each with other edges.
    WEBKIT_SKIA_ENABLE_CPU_RENDERING: "1",
  };
  const driver = spawn("WebKitWebDriver", [`--port=${port}`, "--host=127.0.0.1"], {
    stdio: "ignore",
    env,
  });
  const ask = await connect(`http://127.0.0.1:${port}`, binary);

  async function evaluate(expression: string): Promise<unknown> {
    // Under a strict CSP a script may not make code from text, but WebDriver itself may.
    const script = `const done = arguments[0];
      const tell = (answer) => done((${write.toString()})(answer));
      (async () => (${expression}))().then((value) => tell({ value }), (error) => tell({ error: String(error) }));`;
    const text = (await ask("POST", "/execute/async", { script, args: [] })) as string;
    const answer = JSON.parse(text) as Answer;
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value;
  }
  return {
    async open(url) {
      await ask("POST", "/url", { url: "about:blank" });
      await ask("POST", "/url", { url });
    },
    async evaluate(expression, frame) {
      if (frame === undefined) return evaluate(expression);
      await ask("POST", "/frame", { id: frame });
      try {
        return await evaluate(expression);
      } finally {
        await ask("POST", "/frame", { id: null });
      }
    },
    async clickAt(x, y) {
      const move = {
        type: "pointerMove",
        duration: 0,
        x: Math.round(x),
        y: Math.round(y),
        origin: "viewport",
      };
      const press = [
        { type: "pointerDown", button: 0 },
        { type: "pointerUp", button: 0 },
      ];
      await ask("POST", "/actions", {
        actions: [
          {
            type: "pointer",
            id: "mouse",
            parameters: { pointerType: "mouse" },
            actions: [move, ...press],
          },
        ],
      });
    },
    async press(key) {
      const held = key.split(/(?<=.)\+/).map((name) => KEYS[name] ?? name);
      const actions = [
        ...held.map((value) => ({ type: "keyDown", value })),
        ...held.toReversed().map((value) => ({ type: "keyUp", value })),
      ];
      await ask("POST", "/actions", { actions: [{ type: "key", id: "keyboard", actions }] });
    },
    async picture(value) {
      const found = (await ask("POST", "/element", { using: "css selector", value })) as object;
      const [id = ""] = Object.values(found) as string[];
      const picture = await ask("GET", `/element/${id}/screenshot`, undefined);
      return Buffer.from(String(picture), "base64");
    },
    async close() {
      try {
        await ask("DELETE", "", undefined);
      } finally {
        driver.kill();
        // Without its screen a browser that was not told to end does so too.
        screen.kill();
      }
    },
  };
};

/** Runs in the page: JSON, on pages too whose lists and objects have been given more than WebDriver can bear. */
function write(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null) ?? "null";
  const isList = Array.isArray(value);
  let inside = "";
  for (const key in value)
    if (Object.hasOwn(value, key))
      inside += `${inside && ","}${isList ? "" : `${JSON.stringify(key)}:`}${write(value[key as keyof typeof value])}`;
  return isList ? `[${inside}]` : `{${inside}}`;
}

interface Answer {
  readonly value?: unknown;
  readonly error?: string;
}

type Ask = (method: string, path: string, body: unknown) => Promise<unknown>;

async function connect(origin: string, binary: string): Promise<Ask> {
  const call = async (method: string, path: string, body: unknown): Promise<unknown> => {
    const response = await fetch(origin + path, {
      method,
      // It closes idle connections just as the next call goes out.
      headers: { Connection: "close" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    });
    const { value } = (await response.json()) as { value: { message?: string; error?: string } };
    if (!response.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  };
  const options = { binary, args: ["--automation"] };
  const wish = { capabilities: { alwaysMatch: { "webkitgtk:browserOptions": options } } };
  const until = Date.now() + 15_000;
  while (true) {
    try {
      const { sessionId } = (await call("POST", "/session", wish)) as { sessionId: string };
      return (method, path, body) => call(method, `/session/${sessionId}${path}`, body);
    } catch (problem) {
      // The driver listens a moment after it was started.
      if (Date.now() > until) throw problem;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.stdio[3]?.once("data", (text: Buffer) => resolve(text.toString().trim()));
  });
}

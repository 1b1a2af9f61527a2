import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "./fixture.ts";
import { measureAudio } from "./measure-audio.ts";

/* The ear itself is checked first: a test that listens proves nothing if a deaf ear passes it. */

function tone(hz: number, volume: number): Buffer {
  const rate = 44_100;
  const samples = rate * 8;
  const wave = Buffer.alloc(44 + samples * 2);
  wave.write("RIFF____WAVEfmt ", 0, "latin1");
  wave.writeUInt32LE(36 + samples * 2, 4);
  wave.set([16, 0, 0, 0, 1, 0, 1, 0], 16);
  wave.writeUInt32LE(rate, 24);
  wave.writeUInt32LE(rate * 2, 28);
  wave.set([2, 0, 16, 0], 32);
  wave.write("data", 36, "latin1");
  wave.writeUInt32LE(samples * 2, 40);
  for (let at = 0; at < samples; at += 1)
    wave.writeInt16LE(
      Math.round(volume * 32_767 * Math.sin((2 * Math.PI * hz * at) / rate)),
      44 + at * 2,
    );
  return wave;
}

async function serve(type: string, body: Buffer | string): Promise<string> {
  const server = createServer((_request, response) =>
    response.writeHead(200, { "content-type": type, "access-control-allow-origin": "*" }).end(body),
  ).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const button = (start: string): string =>
  `<button>Play</button><script>document.querySelector("button").onclick = () => { ${start} }</script>`;

for (const [name, hz, volume, start] of [
  ["an element made by its constructor", 440, 0.5, "new Audio(URL).play()"],
  [
    "an element in a closed shadow root",
    523.25,
    0.25,
    "const host = document.createElement('div').attachShadow({mode:'closed'}); const a = document.createElement('audio'); a.src = URL; host.append(a); a.play()",
  ],
  [
    "a Web Audio graph",
    440,
    0.5,
    "const a = new Audio(); a.src = URL; const c = new AudioContext(); c.createMediaElementSource(a).connect(c.destination); a.play()",
  ],
] as const) {
  test(`the audio probe measures the pitch and level of ${name}`, async ({ browserWith }) => {
    const sound = await serve("audio/wav", tone(hz, volume));
    const page = await browserWith.context.newPage();
    await page.goto(
      await serve("text/html", button(start.replaceAll("URL", JSON.stringify(sound)))),
    );
    expect((await measureAudio(page)).dbfs).toBe(-120);
    await page.getByRole("button").click();
    await page.waitForTimeout(300);
    const heard = await measureAudio(page);
    expect(Math.abs(heard.hz / hz - 1)).toBeLessThan(0.01);
    expect(heard.dbfs).toBeCloseTo(20 * Math.log10(volume) - 3, 0);
  });
}

test("the audio probe measures silence as silence", async ({ browserWith }) => {
  const sound = await serve("audio/wav", tone(440, 0));
  const page = await browserWith.context.newPage();
  await page.goto(await serve("text/html", button(`new Audio(${JSON.stringify(sound)}).play()`)));
  await page.getByRole("button").click();
  await page.waitForTimeout(300);
  expect((await measureAudio(page)).dbfs).toBe(-120);
});

import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Samples a second of what is recorded. */
export const SAMPLE_RATE_HZ = 44_100;

/** A sound card that nobody hears and a test records: what it gets is what would have come out of a real one. */
export interface Speaker {
  /** Variables for a program that is to sound through it. */
  readonly environment: Record<string, string>;
  /** What sounds while `work` is done: one channel, -1 to 1, 44,100 samples a second. */
  record(work: () => Promise<unknown>): Promise<Float32Array>;
  close(): Promise<void>;
}

/** Starts a sound server of its own, beside whatever the machine has. */
export async function openSpeaker(): Promise<Speaker> {
  const folder = mkdtempSync(join(tmpdir(), "earmark-sound-"));
  const socket = join(folder, "socket");
  const environment: Record<string, string> = {
    ...(process.env as Record<string, string>),
    HOME: folder,
    XDG_RUNTIME_DIR: folder,
    PULSE_SERVER: `unix:${socket}`,
  };
  const server = spawn(
    "pulseaudio",
    [
      "-n",
      "--daemonize=no",
      "--exit-idle-time=-1",
      "--use-pid-file=no",
      `--load=module-native-protocol-unix socket=${socket} auth-anonymous=1`,
      `--load=module-null-sink sink_name=speaker rate=${SAMPLE_RATE_HZ}`,
    ],
    { stdio: "ignore", env: environment },
  );
  await untilRecordable(environment);
  return {
    environment,
    async record(work) {
      const recorder = startRecorder(environment);
      const parts: Buffer[] = [];
      recorder.stdout?.on("data", (part: Buffer) => parts.push(part));
      // Silence is recorded too, so the first bytes say that it has begun.
      await new Promise((begun) => recorder.stdout?.once("data", begun));
      await work();
      recorder.kill();
      await new Promise((closed) => recorder.once("close", closed));
      const bytes = Buffer.concat(parts);
      return Float32Array.from(
        { length: Math.floor(bytes.length / 2) },
        (_, index) => bytes.readInt16LE(2 * index) / 32_768,
      );
    },
    async close() {
      server.kill();
      await new Promise((closed) => server.once("close", closed));
      // Firefox leaves a process behind that still writes for a moment.
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}

function startRecorder(env: Record<string, string>): ChildProcess {
  const form = [
    "--format=s16le",
    `--rate=${SAMPLE_RATE_HZ}`,
    "--channels=1",
    "--raw",
    "--latency-msec=20",
  ];
  return spawn("parec", ["-d", "speaker.monitor", ...form], {
    stdio: ["ignore", "pipe", "ignore"],
    env,
  });
}

async function untilRecordable(env: Record<string, string>): Promise<void> {
  const until = Date.now() + 10_000;
  while (Date.now() < until) {
    const recorder = startRecorder(env);
    const heard = await new Promise<boolean>((resolve) => {
      recorder.stdout?.once("data", () => resolve(true));
      recorder.once("close", () => resolve(false));
      recorder.once("error", () => resolve(false));
      setTimeout(() => resolve(false), 1000);
    });
    recorder.kill();
    if (heard) return;
  }
  throw new Error("PulseAudio did not start in 10 s: without it no sound can be measured.");
}

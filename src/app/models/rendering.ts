import { signal } from "@preact/signals";
import type { SendMessage } from "../../messages/send.ts";
import type { Failure } from "../../model/failure.ts";
import type { Mix, MixFormat } from "../../model/mix.ts";
import { providerFacts } from "../../providers/facts.ts";
import type { TrackRef } from "../../model/track.ts";
import { t } from "../../i18n/text.ts";
import { failureText } from "../text/failure-text.ts";

const EVERY_MS = 2_000;
const LONGEST_MS = 600_000;

/** The address is signed and short-lived: it is in here while it is shown, and nowhere else. */
export type RenderState =
  | { is: "idle" }
  | { is: "working"; format: MixFormat; since: number }
  | { is: "done"; format: MixFormat; url: string }
  | { is: "failed"; text: string };

export type Rendering = ReturnType<typeof createRendering>;

/** Has one mix rendered to a file, and asks how far that is for as long as it is shown. */
export function createRendering(ask: SendMessage, account: string, track: TrackRef) {
  const state = signal<RenderState>({ is: "idle" });
  let current = new AbortController();

  /** A press while it renders does nothing: each start makes another file. */
  async function start(files: Mix["files"], format: MixFormat): Promise<void> {
    if (state.peek().is === "working") return;
    current = new AbortController();
    const { signal: stopped } = current;
    state.value = { is: "working", format, since: Date.now() };
    const end = await follow(files, format, stopped);
    if (end) state.value = end;
  }

  /** Null when nobody looks any more. */
  async function follow(
    files: Mix["files"],
    format: MixFormat,
    stopped: AbortSignal,
  ): Promise<RenderState | null> {
    const until = Date.now() + LONGEST_MS;
    const started = await ask("render-mix", { account, track: track.id, files, format });
    if (!started.ok) return stopped.aborted ? null : failed(started.failure);
    while (Date.now() < until) {
      await pause(EVERY_MS, stopped);
      if (stopped.aborted) return null;
      const job = await ask("get-mix-job", { account, job: started.value });
      if (stopped.aborted) return null;
      if (!job.ok && !passes(job.failure)) return failed(job.failure);
      if (!job.ok || job.value.state === "working") continue;
      return job.value.state === "done"
        ? { is: "done", format, url: job.value.url }
        : { is: "failed", text: t("mix_failed") };
    }
    return { is: "failed", text: t("mix_too_long", providerFacts[track.provider].name) };
  }

  const failed = (failure: Failure): RenderState => ({
    is: "failed",
    text: failureText(failure, "render", track),
  });

  /** Forgets it: the part is gone, or the mix was changed. */
  function stop(): void {
    current.abort();
    state.value = { is: "idle" };
  }

  return { state, start, stop };
}

/** It still renders while we cannot ask. */
const passes = ({ kind }: Failure): boolean => kind === "offline" || kind === "too-many";

/** Also over when `stopped` is. */
function pause(ms: number, stopped: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stopped.aborted) return resolve();
    const timer = setTimeout(resolve, ms);
    const over = (): void => {
      clearTimeout(timer);
      resolve();
    };
    stopped.addEventListener("abort", over, { once: true });
  });
}

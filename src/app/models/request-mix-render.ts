import { signal } from "@preact/signals";
import { t } from "../../i18n/translate.ts";
import type { SendMessage } from "../../messages/send.ts";
import type { Failure } from "../../model/failure.ts";
import type { Mix, MixFormat } from "../../model/stem-mix.ts";
import type { TrackRef } from "../../model/track.ts";
import { providerFacts } from "../../providers/facts.ts";
import { formatFailure } from "../text/failure-text.ts";

const POLL_INTERVAL_MS = 2_000;
const TIMEOUT_MS = 600_000;

/** `url` is signed and short-lived, so it is kept only here, and only while it is shown. */
export type RenderState =
  | { is: "idle" }
  | { is: "working"; format: MixFormat; since: number }
  | { is: "done"; format: MixFormat; url: string }
  | { is: "failed"; text: string };

export type RenderMixModel = ReturnType<typeof createRenderMixModel>;

/** Has the service render one mix to an audio file, and polls its state while the row is shown. */
export function createRenderMixModel(send: SendMessage, account: string, track: TrackRef) {
  const state = signal<RenderState>({ is: "idle" });
  let current = new AbortController();

  /** Ignored while a rendering is under way, because each start makes another file at the service. */
  async function start(files: Mix["files"], format: MixFormat): Promise<void> {
    if (state.peek().is === "working") return;
    current = new AbortController();
    const { signal: stopped } = current;
    state.value = { is: "working", format, since: Date.now() };
    const end = await render(files, format, stopped);
    if (end) state.value = end;
  }

  /** Resolves to null when it was stopped. */
  async function render(
    files: Mix["files"],
    format: MixFormat,
    stopped: AbortSignal,
  ): Promise<RenderState | null> {
    const deadline = Date.now() + TIMEOUT_MS;
    const started = await send("render-mix", { account, track: track.id, files, format });
    if (!started.ok) return stopped.aborted ? null : createFailed(started.failure);
    while (Date.now() < deadline) {
      await sleep(POLL_INTERVAL_MS, stopped);
      if (stopped.aborted) return null;
      const job = await send("get-mix-job", { account, job: started.value });
      if (stopped.aborted) return null;
      if (!job.ok && !isTemporary(job.failure)) return createFailed(job.failure);
      if (!job.ok || job.value.state === "working") continue;
      return job.value.state === "done"
        ? { is: "done", format, url: job.value.url }
        : { is: "failed", text: t("mix_failed") };
    }
    return { is: "failed", text: t("mix_too_long", providerFacts[track.provider].name) };
  }

  const createFailed = (failure: Failure): RenderState => ({
    is: "failed",
    text: formatFailure(failure, "render", track),
  });

  /** Stops polling and forgets the result: the row is gone, or the mix was changed. */
  function stop(): void {
    current.abort();
    state.value = { is: "idle" };
  }

  return { state, start, stop };
}

/** The service goes on rendering although its state cannot be read right now. */
const isTemporary = ({ kind }: Failure): boolean => kind === "offline" || kind === "too-many";

/** Resolves after `ms`, or as soon as `stopped` is aborted. */
function sleep(ms: number, stopped: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stopped.aborted) return resolve();
    const timer = setTimeout(resolve, ms);
    const onAbort = (): void => {
      clearTimeout(timer);
      resolve();
    };
    stopped.addEventListener("abort", onAbort, { once: true });
  });
}

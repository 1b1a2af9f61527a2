// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { beforeAll, describe, expect, test } from "vitest";
import { job, origin, track } from "../../../../test/kits/app.ts";
import { findAxeViolations } from "../../../../test/kits/axe.ts";
import { createModelsWithJobs } from "../../../../test/kits/models.ts";
import { mount } from "../../../../test/kits/render.tsx";
import type { Failure } from "../../../model/failure.ts";
import type { Job } from "../../../model/outbox-job.ts";
import { loadLazyComponents } from "../../components/lazy-component.tsx";
import { LibraryView } from "../library/LibraryView.tsx";

beforeAll(loadLazyComponents);

const done = { ok: true, value: undefined } as const;
const offline: Failure = { kind: "offline" };
const queue = (length: number): Job[] =>
  Array.from({ length }, (_none, at) =>
    job({ track: track({ id: `t${at}`, title: `Track ${at}` }), failure: at ? null : offline }),
  );

describe("OutboxPanel in LibraryView", () => {
  test("shows nothing while a job can still be undone", async () => {
    const fresh = job({ task: { kind: "unsave", entry: null }, dueAt: Date.now() + 5000 });
    const { props } = createModelsWithJobs([fresh]);
    const { all } = await mount(<LibraryView {...props} />);
    expect(all("details")).toEqual([]);
  });

  test("says what the jobs wait for, and shows the first ones of a long queue", async () => {
    const { props } = createModelsWithJobs(queue(1000));
    const { root, all, press, text } = await mount(<LibraryView {...props} />);
    expect(all("summary")[0]?.textContent).toBe("Waiting for the network (1,000)");
    expect((all("details")[0] as HTMLDetailsElement).open).toBe(true);
    expect(text()).toContain("There is no connection to Aitronos Music.");
    expect(all(".outbox li h2").map((each) => each.textContent)).toEqual([
      "Track 0",
      "Track 1",
      "Track 2",
    ]);
    await press("Show more (997)");
    expect(all(".outbox li h2")).toHaveLength(53);
    expect(await findAxeViolations(root)).toEqual([]);
  });

  test("retries at once, and asks before discarding", async () => {
    const { props, sent } = createModelsWithJobs(queue(2), { retry: done, "cancel-job": done });
    const { press, text } = await mount(<LibraryView {...props} />);
    await press("Try again");
    expect(sent).toEqual([{ name: "retry", payload: { job: queue(2)[0]?.key } }]);
    await press("Discard");
    expect(text()).toContain("Discard “Track 0”?");
    expect(sent).toHaveLength(1);
    await act(async () => document.querySelector<HTMLElement>(".danger")?.click());
    expect(sent[1]).toMatchObject({ name: "cancel-job", payload: { job: queue(2)[0]?.key } });
  });

  test("groups jobs by what they wait for", async () => {
    const { props } = createModelsWithJobs([
      job({ state: "paused", failure: { kind: "no-permission", origin } }),
      job({
        task: { kind: "unsave", entry: null },
        track: track({ id: "x", title: "Harbour" }),
        state: "stuck",
        failure: { kind: "refused", status: 418 },
      }),
    ]);
    const { root, all, text, button } = await mount(<LibraryView {...props} />);
    expect(all("summary")[0]?.textContent).toBe("Not done yet (2)");
    expect(all(".outbox section > h2").map((each) => each.textContent)).toEqual([
      "Could not be done (1)",
      "Waiting for you (1)",
    ]);
    expect(text()).toContain("refused with status 418");
    expect(text()).toContain("Earmark goes on when that is mended.");
    for (const name of ["Allow", "Try again", "Keep it", "Discard"]) button(name);
    expect(await findAxeViolations(root)).toEqual([]);
  });

  test("stays closed when jobs appear later, so that nothing moves", async () => {
    const { props, outbox } = createModelsWithJobs([]);
    const { all } = await mount(<LibraryView {...props} />);
    await act(() => {
      outbox.jobs.value = queue(2);
    });
    expect((all("details")[0] as HTMLDetailsElement).open).toBe(false);
  });

  test("marks entries that are not at their service yet", async () => {
    const { props } = createModelsWithJobs([job({ failure: offline })]);
    const { all } = await mount(<LibraryView {...props} />);
    expect(all(".blocked-state").map((each) => each.textContent)).toEqual(["waiting to be saved"]);
  });
});

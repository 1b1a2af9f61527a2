// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { job, link, remoteShare } from "../../../../test/kits/app.ts";
import { findAxeViolations } from "../../../../test/kits/axe.ts";
import {
  createFakeModels,
  createLinkRowProps,
  createModelsWithJobs,
} from "../../../../test/kits/models.ts";
import { mount } from "../../../../test/kits/render.tsx";
import type { Failure } from "../../../model/failure.ts";
import type { Job } from "../../../model/outbox-job.ts";
import { loadLazyComponents } from "../../components/lazy-component.tsx";
import { Toast } from "../../components/Toast.tsx";
import { LinkRow } from "../links/LinkRow.tsx";
import { LinksView } from "../links/LinksView.tsx";
import { RemoteLinkRow } from "../share/RemoteLinkRow.tsx";

beforeAll(loadLazyComponents);

/** Waits this many milliseconds. */
const waitMs = (ms: number): Promise<void> =>
  act(() => new Promise<void>((resolve) => setTimeout(resolve, ms)));

const done = { ok: true, value: undefined } as const;
const offline: Failure = { kind: "offline" };
const revoke = (over: Partial<Job> = {}): Job =>
  job({ task: { kind: "revoke", link: "k1" }, ...over });

function createRow(jobs: Job[], replies = {}) {
  const models = createModelsWithJobs(jobs, replies);
  return { row: createLinkRowProps(models), sent: models.sent };
}

const outcome = (ms: number, undo = vi.fn()) => ({
  tone: "calm" as const,
  text: "The link is being revoked.",
  permission: null,
  action: { label: "Undo", until: Date.now() + ms, run: undo },
});

describe("RevokeActions", () => {
  test("offers only Undo, and only while there is time", async () => {
    const queued = revoke({ dueAt: Date.now() + 1_500 });
    const { row, sent } = createRow([queued], { undo: { ok: true, value: true } });
    const { press, all, text } = await mount(<LinkRow {...row} link={link()} />);
    expect(text()).toContain("being revoked…");
    expect(all("button, a").map((each) => each.textContent)).toEqual(["Undo"]);
    await press("Undo");
    expect(sent).toEqual([{ name: "undo", payload: { job: queued.key, revision: "w1" } }]);
    await waitMs(1_600);
    expect(all("button")).toEqual([]);
  });

  test("says why the revocation waits and that the link still works", async () => {
    const { row, sent } = createRow([revoke({ failure: offline })], { "cancel-job": done });
    const { press, all, text } = await mount(<LinkRow {...row} link={link()} />);
    expect(text()).toContain("still worksTo be revoked as soon as there is a connection.");
    expect(all("button, a").map((each) => each.textContent)).toEqual(["Try again", "Keep link"]);
    await press("Keep link");
    expect(sent).toEqual([{ name: "cancel-job", payload: { job: revoke().key } }]);
  });

  test("offers nothing for a revoked link, even when a job is left", async () => {
    const { row } = createRow([revoke({ failure: offline })]);
    const { all } = await mount(<LinkRow {...row} link={link({ revokedAt: 5 })} />);
    expect(all("button")).toEqual([]);
  });

  test("shows the same in RemoteLinkRow", async () => {
    const { row } = createRow([revoke({ state: "paused", failure: { kind: "no-account" } })]);
    const remoteLink = { share: remoteShare(), own: link() };
    const { text, button } = await mount(<RemoteLinkRow {...row} link={remoteLink} />);
    expect(text()).toContain("Add one under Accounts. The link still works");
    for (const name of ["Try again", "Keep link"]) button(name);
  });

  test("lists the job in the closed outbox panel above the links", async () => {
    const { props } = createModelsWithJobs([revoke({ failure: offline })]);
    const { root, all } = await mount(<LinksView {...props} />);
    expect((all("details")[0] as HTMLDetailsElement).open).toBe(false);
    expect(all("summary")[0]?.textContent).toBe("Waiting for the network (1)");
    expect(await findAxeViolations(root)).toEqual([]);
  });
});

describe("Toast", () => {
  const allowing = { requestPermission: async () => true, onAllowed: () => {} };
  test("offers Undo for a while, announces it, and keeps the focus when it disappears", async () => {
    const undo = vi.fn();
    const { press, button, all, root } = await mount(
      <Toast content={outcome(1_500, undo)} {...allowing} />,
    );
    expect(all("output")[0]?.textContent).toContain("You can undo this for a few seconds.");
    expect(await findAxeViolations(root)).toEqual([]);
    await press("Undo");
    expect(undo).toHaveBeenCalledOnce();
    button("Undo").focus();
    await waitMs(1_600);
    expect(all("button")).toEqual([]);
    expect(document.activeElement).toBe(all(".toast")[0]);
  });

  test("keeps the focus when its text changes", async () => {
    const models = createModelsWithJobs([]);
    models.toast.content.value = outcome(5000);
    const Line = () => <Toast content={models.toast.content.value} {...allowing} />;
    const { button, all } = await mount(<Line />);
    button("Undo").focus();
    await act(() => void models.toast.show("The link is kept."));
    expect(document.activeElement).toBe(all(".toast")[0]);
  });
});

describe("StorageLossBanner", () => {
  test("is shown above the links until it is dismissed", async () => {
    const { props, storageLoss, sent } = createFakeModels({
      ready: { ok: true, value: { lost: true, repaired: null } },
      "dismiss-loss": done,
    });
    await storageLoss.load();
    const { root, press, text } = await mount(<LinksView {...props} />);
    expect(text()).toContain("They still work at their service.");
    expect(await findAxeViolations(root)).toEqual([]);
    await press("Understood");
    expect(text()).toBe("");
    expect(sent.map(({ name }) => name)).toEqual(["ready", "dismiss-loss"]);
  });
});

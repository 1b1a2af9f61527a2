import { setTimeout as wait } from "node:timers/promises";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Fault, Faults } from "./faults.ts";

/** What a fault is applied to: the raw socket, the real answer, and when to give up waiting. */
export interface FaultTarget {
  readonly raw: HttpBindings;
  readonly faults: Faults;
  readonly stopped: Promise<unknown>;
  respond(): Promise<Response>;
}

/** Ends the connection and answers nothing. */
function hangUp({ raw }: FaultTarget): Response {
  raw.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}

/** Resolves true when the wait is over and somebody still listens. */
async function isOpenAfter(target: FaultTarget, waiting: Promise<unknown>): Promise<boolean> {
  await Promise.race([waiting, target.stopped]);
  return !target.raw.incoming.socket.destroyed;
}

async function truncate(target: FaultTarget, bytes: number): Promise<Response> {
  const real = await target.respond();
  const body = Buffer.from(await real.arrayBuffer());
  const { outgoing } = target.raw;
  const headers = Object.fromEntries(real.headers);
  outgoing.writeHead(real.status, { ...headers, "content-length": String(body.length) });
  outgoing.flushHeaders();
  // Destroyed only when the bytes have left, else the system may throw them away.
  outgoing.write(body.subarray(0, bytes), () => target.raw.incoming.socket.destroySoon());
  return RESPONSE_ALREADY_SENT;
}

/** The answer that stands in for the real one; null when the act has none. */
function substitute({ do: act }: Fault): Response | null {
  if ("redirect" in act)
    return new Response(null, { status: act.status ?? 302, headers: { Location: act.redirect } });
  if ("replace" in act) {
    const headers = { "Content-Type": act.contentType ?? "application/json" };
    return new Response(act.replace, { status: act.status ?? 200, headers });
  }
  if (!("status" in act)) return null;
  const { status, body = null, headers = {} } = act;
  if (body === null || typeof body === "string") return new Response(body, { status, headers });
  return Response.json(body, { status, headers });
}

/** Answers one request the way the fault says. */
export async function applyFault(fault: Fault, target: FaultTarget): Promise<Response> {
  const { do: act, when = "before" } = fault;
  if ("truncate" in act) return truncate(target, act.truncate);
  const real = when === "after" ? await target.respond() : null;
  if ("close" in act) return hangUp(target);
  if ("hang" in act || "delay" in act) {
    const waiting =
      "hang" in act ? target.faults.untilCleared() : wait(act.delay, null, { ref: false });
    if (!(await isOpenAfter(target, waiting))) return hangUp(target);
    return real ?? target.respond();
  }
  const lie = substitute(fault);
  // A page of another origin sees the fault only if the spoilt answer keeps the permission of the real one.
  if (lie && !lie.headers.has("Access-Control-Allow-Origin"))
    lie.headers.set("Access-Control-Allow-Origin", "*");
  return lie ?? target.respond();
}

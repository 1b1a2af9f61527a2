import type { Contract } from "./contract.ts";

/** Endpoint × status → case, as lines. */
export function table({ id, documented, cases }: Contract): string {
  const rows = Object.entries(documented).flatMap(([endpoint, statuses]) =>
    statuses.map((status) => {
      const tried = cases.filter((each) => each.endpoint === endpoint && each.status === status);
      const words = tried.map(({ how, gives }) => `${how} → ${gives}`).join("; ");
      return `  ${endpoint.padEnd(58)} ${status}  ${words || "NO CASE"}`;
    }),
  );
  return [`${id}: every documented endpoint and status`, ...rows].join("\n");
}

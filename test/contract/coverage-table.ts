import type { Contract } from "./contract.ts";

/** Endpoint × status → case, as lines; a star where the reference does not name the status. */
export function table({ id, documented, cases }: Contract): string {
  const rows = Object.entries(documented).flatMap(([endpoint, named]) => {
    const here = cases.filter((each) => each.endpoint === endpoint);
    const statuses = new Set([...named, ...here.map(({ status }) => status)]);
    return [...statuses]
      .toSorted((one, other) => one - other)
      .map((status) => {
        const tried = here.filter((each) => each.status === status);
        const words = tried.map(({ how, gives }) => `${how} → ${gives}`).join("; ");
        const star = named.includes(status) ? " " : "*";
        return `  ${endpoint.padEnd(58)} ${status}${star} ${words || "NO CASE"}`;
      });
  });
  return [`${id}: ${rows.length} endpoints and statuses, ${cases.length} cases`, ...rows].join(
    "\n",
  );
}

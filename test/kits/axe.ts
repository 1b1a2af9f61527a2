import axe from "axe-core";

/** Off because happy-dom has no layout: contrast needs colours, regions need a whole page. */
const rules = { "color-contrast": { enabled: false }, region: { enabled: false } };

/** The accessibility violations that axe finds in `root`, as "rule: html". */
export async function findAxeViolations(root: Element): Promise<string[]> {
  const { violations } = await axe.run(root, { rules, resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

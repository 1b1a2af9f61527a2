import axe from "axe-core";

/** Off without a layout: contrast needs colours, regions a whole page. The screens were measured with both. */
const rules = { "color-contrast": { enabled: false }, region: { enabled: false } };

/** What axe finds wrong with what is drawn, in words. */
export async function findAxeViolations(root: Element): Promise<string[]> {
  const { violations } = await axe.run(root, { rules, resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

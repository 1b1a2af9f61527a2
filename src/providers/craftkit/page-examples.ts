import type { PageExamples } from "../contract/page-examples.ts";

const render = "019bf3a0-7c11-7a4e-9d21-5b0c8e6f1a01";

export const craftkitExamples: PageExamples = {
  tracks: {
    [`https://www.craftkit.dev/renders/${render}`]: render,
    [`https://www.craftkit.dev/projects/one/renders/${render.toUpperCase()}/?tab=1`]: render,
  },
  links: [],
  others: [
    "https://www.craftkit.dev/renders",
    `https://www.craftkit.dev/renders/${render}.pdf`,
    `https://api.craftkit.dev/v1/renders/${render}`,
    "https://www.craftkit.dev/share/cks_4f2a9c71be",
    `https://www.craftkit.dev/share/renders/${render}`,
  ],
};

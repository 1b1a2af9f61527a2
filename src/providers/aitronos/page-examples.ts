import type { PageExamples } from "../contract/page-examples.ts";

export const aitronosExamples: PageExamples = {
  tracks: {
    "https://chat.aitronos.com/music/mtrack_7c1a9e2f4b8d": "mtrack_7c1a9e2f4b8d",
    "https://chat.aitronos.com/tracks/mtrack_7c1a9e/stems?x=1#y": "mtrack_7c1a9e",
  },
  links: ["https://api.aitronos.com/v1/music/shared/shr_9f3a2b7c1e4d6a8f0b2c4d6e8f1a3b5c"],
  others: [
    "https://chat.aitronos.com/tracks",
    "https://api.aitronos.com/v1/music/org_a/tracks/mtrack_7c1a9e2f4b8d",
  ],
};

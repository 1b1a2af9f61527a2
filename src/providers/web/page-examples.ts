import type { PageExamples } from "../contract/page-examples.ts";

const render = "019bf3a0-7c11-7a4e-9d21-5b0c8e6f1a01";

/** No page rule finds these tracks by their addresses; Earmark reads the page when the person opens the popup there. */
export const webExamples: PageExamples = {
  tracks: {},
  links: [],
  others: [
    "https://someone.bandcamp.example/track/a-song",
    "https://music.example/tracks/42",
    "https://music.example/tracks/AbC123",
    `https://music.example/renders/${render}`,
  ],
};

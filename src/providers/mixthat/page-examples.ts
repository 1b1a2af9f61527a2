import type { PageExamples } from "../contract/page-examples.ts";

const token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl";

export const mixthatExamples: PageExamples = {
  tracks: {
    "https://app.mixthat.co/tracks/AbC123": "AbC123",
    "https://app.mixthat.co/tracks/zzzzzz/?is_public=1#t": "zzzzzz",
    [`https://app.mixthat.co/tracks/AbC123?auth_token=${token}&is_public=1`]: "AbC123",
  },
  links: [
    `https://app.mixthat.co/tracks/AbC123?auth_token=${token}`,
    `https://app.mixthat.co/api/v1/tracks/AbC123?auth_token=${token}`,
  ],
  others: [
    "https://app.mixthat.co/tracks",
    "https://app.mixthat.co/tracks/AbC1234",
    "https://app.mixthat.co/tracks/AbC123/mixes",
    "https://app.mixthat.co/api/v1/tracks/AbC123",
    "https://app.mixthat.co/?auth_token=eyJhbGciOiJIUzI1NiJ9.e30.c2ln",
  ],
};

import { describe, expect, test } from "vitest";
import { parseFragment } from "./parse-fragment.ts";

const share = "https://api.example/v1/music/shared/shr_0123";
const withQuery = "https://app.example/tracks/abc123?auth_token=a.b-c&x=1";

describe("addressIn", () => {
  test.each([
    [`#src=${encodeURIComponent(share)}`, share],
    [`#src=${encodeURIComponent(withQuery)}&theme=dark`, withQuery],
    [`#src=${withQuery}`, withQuery],
    [`#${share}`, share],
    [`#${withQuery}`, withQuery],
    [`#${encodeURIComponent(share)}`, share],
    [
      "#src=http%3A%2F%2F127.0.0.1%3A4173%2Fv1%2Fmusic%2Fshared%2Fa",
      "http://127.0.0.1:4173/v1/music/shared/a",
    ],
  ])("%s", (fragment, address) => {
    expect(parseFragment(fragment)).toEqual({ kind: "address", address });
  });

  test.each(["", "#", "#src=", "# ", "#src=&theme=dark"])("%j names nothing", (fragment) => {
    expect(parseFragment(fragment)).toEqual({ kind: "none" });
  });

  test.each([
    "#src=%E0%A4%A",
    "#shr_0123",
    "#src=%2Fv1%2Fmusic%2Fshared%2Fa",
    "#javascript:alert(1)",
    "#src=data%3Aaudio%2Fmpeg%3Bbase64%2CAAAA",
    "#blob:https://a.example/b",
    "#http://api.example/v1/music/shared/a",
    "#https://user:pass@api.example/v1/music/shared/a",
    "#//api.example/v1/music/shared/a",
    "#https://",
    "#src={address}",
  ])("%s is broken", (fragment) => {
    expect(parseFragment(fragment)).toEqual({ kind: "broken" });
  });
});

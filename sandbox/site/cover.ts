import { html } from "hono/html";
import type { Html } from "./layout.ts";

/** A picture made of a track's id: twelve bars of sound in the track's own colour. Decoration only. */
export function createCover(id: string): Html {
  const digits = [...id.replace(/^mtrack_/, "")].map((digit) => Number.parseInt(digit, 16) || 0);
  const hue = digits.reduce((sum, digit, index) => sum + digit * (index * 7 + 3), 0) % 360;
  const bars = digits.map((digit, index) => {
    const height = 14 + digit * 3.6;
    return html`<rect
      x="${8 + index * 7}"
      y="${48 - height / 2}"
      width="4"
      height="${height}"
      rx="2"
    />`;
  });
  return html`<svg
    class="cover"
    viewBox="0 0 96 96"
    style="--hue: ${hue}"
    aria-hidden="true"
    focusable="false"
  >
    <rect class="ground" width="96" height="96" />
    <g class="bars">${bars}</g>
  </svg>`;
}

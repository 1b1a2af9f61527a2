import { type ComponentChild, render } from "preact";
import { act } from "preact/test-utils";

/** Draws into an empty document and gives hands to use what is there by its role and name. */
export async function draw(what: ComponentChild) {
  document.body.replaceChildren();
  const root = document.body.appendChild(document.createElement("div"));
  await act(() => render(what, root));

  const all = (selector: string): HTMLElement[] => [
    ...root.querySelectorAll<HTMLElement>(selector),
  ];
  const buttons = (name: string): HTMLElement[] =>
    all("button, a").filter((each) => nameOf(each) === name);

  function button(name: string): HTMLElement {
    const found = buttons(name)[0];
    if (!found) throw new Error(`no button "${name}" in: ${root.textContent}`);
    return found;
  }

  /** Presses, and waits for what comes of it. */
  async function press(name: string): Promise<void> {
    await act(async () => {
      button(name).click();
      await settled();
    });
  }

  return { root, all, button, buttons, press, key, text: () => root.textContent ?? "" };
}

/** After promises and the timers that follow them. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

const nameOf = (element: HTMLElement): string =>
  element.getAttribute("aria-label") ?? element.textContent?.trim() ?? "";

/** Presses a key where the focus is. */
async function key(name: string): Promise<void> {
  const event = new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true });
  await act(async () => {
    document.activeElement?.dispatchEvent(event);
    await settled();
  });
}

import { render } from "preact";
import type { ComponentChild } from "preact";
import { act } from "preact/test-utils";

/** Renders into an empty document. Returns functions that find and press buttons by their accessible name. */
export async function mount(what: ComponentChild) {
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

  /** Presses the button and waits for promises and timers. */
  async function press(name: string): Promise<void> {
    await act(async () => {
      button(name).click();
      await flushPromises();
    });
  }

  return { root, all, button, buttons, press, key, text: () => root.textContent ?? "" };
}

/** Resolves after pending promises and the timers that they start. */
export const flushPromises = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

const nameOf = (element: HTMLElement): string =>
  element.getAttribute("aria-label") ?? element.textContent?.trim() ?? "";

/** Presses a key on the element that has the focus. */
async function key(name: string): Promise<void> {
  const event = new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true });
  await act(async () => {
    document.activeElement?.dispatchEvent(event);
    await flushPromises();
  });
}

/** Enters a value into a field, or moves a slider to it. */
export async function type(input: Element | null | undefined, value: string): Promise<void> {
  await act(() => {
    (input as HTMLInputElement).value = value;
    input?.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

/** Opens a `<details>` as a person does: happy-dom dispatches no `toggle` event. */
export async function openDetails(details: HTMLElement | undefined): Promise<void> {
  await act(async () => {
    (details as HTMLDetailsElement).open = true;
    details?.dispatchEvent(new Event("toggle"));
    await flushPromises();
  });
}

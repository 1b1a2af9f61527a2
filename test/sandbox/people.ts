/** A person with an account in the sandbox. The key is made up and opens nothing anywhere else. */
export interface Person {
  readonly name: string;
  readonly org: string;
  readonly orgName: string;
  readonly key: string;
}

export const ada: Person = {
  name: "Ada",
  org: "org_studio",
  orgName: "Lantern Room Studio",
  key: "ak_sandboxAda_3f9c1e7b5a2d8046c1f7e3b9d5a20",
};

export const ben: Person = {
  name: "Ben",
  org: "org_label",
  orgName: "Small Hours Label",
  key: "ak_sandboxBen_8d2a6f4e0c9b7153e8a4d6f0b2c91",
};

export const people: readonly Person[] = [ada, ben];

/** Two more keys of Ada's which the service refuses, each with its own 401 code. */
export const pausedKey = "ak_sandboxOff_0b7d5c3e1f9a8264d0c2b4a6f8e13";
export const expiredKey = "ak_sandboxOld_6e8c0a2f4d1b9375a7c9e1f3b5d08";

/** Keys that are refused, and the documented code each one gets. */
export const refusedKeys: ReadonlyMap<string, string> = new Map([
  [pausedKey, "API_KEY_PAUSED"],
  [expiredKey, "API_KEY_EXPIRED"],
]);

import { lazy } from "react";
import type { ComponentType, LazyExoticComponent } from "react";
import { fetched } from "../api/fetched.ts";

/** What can be fetched before it is drawn, so that it is there then, with or without a network. */
export interface Ahead {
  readonly ahead: () => void;
}

/**
 * A part of the program that is fetched when it is first drawn. A network that is gone is waited for:
 * what is drawn around it stays as it is, with what was written in it.
 */
export function lazily<
  Name extends string,
  // oxlint-disable-next-line typescript/no-explicit-any -- as `lazy` has it: the properties of a part are its own
  Part extends ComponentType<any>,
>(
  load: () => Promise<Readonly<Record<Name, Part>>>,
  name: Name,
): LazyExoticComponent<Part> & Ahead {
  const part = lazy(async () => ({ default: (await fetched(load))[name] }));
  return Object.assign(part, { ahead: () => void fetched(load) });
}

import type { IconName } from "../ui/icons.tsx";
import type { Called } from "./match.ts";

/** Something that the box does when it is chosen: an act, a place, a preference. */
export interface Entry extends Called {
  /** Its name among all, by which it is remembered. */
  readonly id: string;
  readonly icon: IconName;
  /** The one-stroke shortcut that does the same. */
  readonly stroke?: string | null;
  /** The address that it leads to, which may be opened beside; else `run` does it. */
  readonly href?: string;
  readonly run?: () => void;
}

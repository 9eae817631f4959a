import { accessSync, constants, existsSync } from "node:fs";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * The browser for the journeys: the one that CHROMIUM names, or the first found where systems put it;
 * undefined when there is none. A CHROMIUM that names nothing that runs is a fault, not "none".
 */
export function findChromium(): string | undefined {
  const named = process.env["CHROMIUM"];
  if (named !== undefined && named !== "") {
    accessSync(named, constants.X_OK);
    return named;
  }
  return PLACES.find((place) => existsSync(place));
}

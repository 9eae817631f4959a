import { html } from "hono/html";
import type { Html } from "../html.ts";

/** Modules of white around a QR code (ISO/IEC 18004 §6.3.8). */
const margin = 4;

/** A QR code as a drawing that needs no style: `dark` says of each row which modules are. */
export function qrDrawing(dark: readonly (readonly boolean[])[], label: string): Html {
  const size = dark.length + 2 * margin;
  const path = dark
    .flatMap((row, y) =>
      row.flatMap((is, x) => (is ? [`M${x + margin} ${y + margin}h1v1h-1z`] : [])),
    )
    .join("");
  return html`<svg role="img" aria-label="${label}" viewBox="0 0 ${size} ${size}" width="220" height="220" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`;
}

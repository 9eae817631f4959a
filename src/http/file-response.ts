import type { FileContent } from "../desk/files/read-file.ts";
import { filePolicy } from "./headers.ts";

/**
 * A file of a ticket, always as an attachment that no browser shows as a page: sandboxed, of the
 * type it was found to be, never sniffed. Its name goes as RFC 6266 §4.3 and RFC 8187 say.
 */
export function fileResponse(file: FileContent): Response {
  const plain = file.name.replace(/[^\w. -]/gu, "_");
  const exact = encodeURIComponent(file.name).replace(
    /['()*]/gu,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return new Response(file.content, {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Length": String(file.size),
      "Content-Disposition": `attachment; filename="${plain}"; filename*=UTF-8''${exact}`,
      "Content-Security-Policy": filePolicy,
      "Cache-Control": "private, no-store",
    },
  });
}

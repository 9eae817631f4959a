import { isPicture } from "../core/text/pictures.ts";
import type { ArticleFile } from "../desk/articles/files.ts";
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

/** A file of an article: an image where it stands, anything else as an attachment; sandboxed both. */
export function articleFileResponse(file: ArticleFile): Response {
  const kind = file.kind === "image" ? "image" : "text";
  const { id, name, mediaType, size, content } = file;
  const response = fileResponse({ id, name, mediaType, kind, size, content });
  // Pictures hold no script and are not sniffed: they stand within the page of their article.
  if (isPicture({ type: mediaType })) response.headers.set("Content-Disposition", "inline");
  return response;
}

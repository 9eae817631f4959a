import type { Language } from "../core/policy/text.ts";
import { localeOf } from "./dates.ts";

/** A number of bytes for people, in binary multiples: "850 KB", "2.5 MB". */
export function sayBytes(bytes: number, language: Language): string {
  if (bytes < 1024) return `${bytes} B`;
  const kilobytes = bytes / 1024;
  const [size, unit] = kilobytes < 1024 ? [Math.round(kilobytes), "KB"] : [kilobytes / 1024, "MB"];
  const text = size.toLocaleString(localeOf(language), { maximumFractionDigits: 1 });
  return `${text} ${unit}`;
}

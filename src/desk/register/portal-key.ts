/** A portal as it is looked up: without its scheme, path and case, as the address of its page is written in many ways. */
export function portalKey(portal: string): string {
  const host = portal
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//u, "");
  return (host.split(/[/?#]/u, 1)[0] ?? "").slice(0, 200);
}

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/**
 * Whether node_modules holds what package-lock.json asks for on this machine: every package of the
 * lock that fits this platform is there in that very version, by npm's own record of what it placed.
 */
export function agrees(root) {
  const wanted = packages(path.join(root, "package-lock.json"));
  const placed = packages(path.join(root, "node_modules", ".package-lock.json"));
  if (wanted === undefined || placed === undefined) return false;
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === "" || entry.link || !fits(entry)) return true;
    const found = placed[place];
    if (found === undefined) return false;
    return (
      found.version === entry.version &&
      found.integrity === entry.integrity &&
      existsSync(path.join(root, place, "package.json"))
    );
  });
}

function packages(file) {
  if (!existsSync(file)) return undefined;
  return JSON.parse(readFileSync(file, "utf8")).packages;
}

// npm leaves out, on purpose, optional packages of other platforms and whatever only those need. So an
// optional package is insisted on only when it names this platform; one that also names a C library
// is not, because which library this machine has is npm's to find out.
function fits(entry) {
  if (!entry.optional) return true;
  if (entry.libc !== undefined) return false;
  return names(entry.os, process.platform) && names(entry.cpu, process.arch);
}

function names(list, here) {
  return list !== undefined && list.includes(here);
}

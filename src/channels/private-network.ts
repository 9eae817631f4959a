import { promises as dns } from "node:dns";
import { BlockList, isIP } from "node:net";

/** Hosts in private networks that may be asked: names, addresses or ranges ("10.0.0.0/8"); "*": all. */
export type PrivateHosts = readonly string[];

/** Gives the addresses of a name. */
export type Lookup = (host: string) => Promise<readonly string[]>;

/** What the system's resolver says. */
export const everyAddress: Lookup = async (host) =>
  (await dns.lookup(host, { all: true })).map(({ address }) => address);

/** Ranges that are nobody's on the public network (RFC 6890, RFC 4193, RFC 4291). */
const privateRanges = new BlockList();
for (const range of [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "224.0.0.0/4",
  "240.0.0.0/4",
])
  addRange(privateRanges, range);
for (const range of ["::/127", "fc00::/7", "fe80::/10", "ff00::/8", "64:ff9b:1::/48"])
  addRange(privateRanges, range);

function addRange(list: BlockList, range: string): boolean {
  const [address = "", bits] = range.split("/");
  const version = isIP(address);
  if (version === 0) return false;
  const family = version === 4 ? "ipv4" : "ipv6";
  const length = Number(bits ?? (version === 4 ? 32 : 128));
  if (!Number.isInteger(length) || length < 0 || length > (version === 4 ? 32 : 128)) return false;
  list.addSubnet(address, length, family);
  return true;
}

/** Whether each of the list is a name, an address or a range. */
export function arePrivateHosts(list: PrivateHosts): boolean {
  return list.every(
    (one) =>
      one === "*" ||
      (one.includes("/") || isIP(one) > 0
        ? addRange(new BlockList(), one)
        : /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/u.test(one)),
  );
}

/** Whether one of the addresses of a host is in a private network in which nobody allowed it. */
export function isOffLimits(
  { host, addresses }: { readonly host: string; readonly addresses: readonly string[] },
  allowed: PrivateHosts,
): boolean {
  if (allowed.includes("*") || allowed.includes(host.toLowerCase())) return false;
  return addresses.some((one) => isPrivate(one) && !isWithin(one, allowed));
}

function isPrivate(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu.exec(address)?.[1];
  return mapped === undefined ? isOn(privateRanges, address) : isOn(privateRanges, mapped);
}

function isWithin(address: string, allowed: PrivateHosts): boolean {
  const list = new BlockList();
  for (const one of allowed) addRange(list, one);
  return isOn(list, address);
}

function isOn(list: BlockList, address: string): boolean {
  return list.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

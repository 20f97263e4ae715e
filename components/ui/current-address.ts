/** Of the addresses of a bar of links, that of which the page at `path` is a part: the longest that it begins with. */
export function currentAddress(addresses: readonly string[], path: string): string | undefined {
  return addresses
    .filter((address) => path === address || path.startsWith(`${address}/`))
    .sort((a, b) => b.length - a.length)[0];
}

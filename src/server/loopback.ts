import { BlockList, isIP } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

/** Whether an IP address leads to this machine alone; an IPv4 one also as IPv6 writes it. */
export function isLoopbackAddress(address: string | undefined): boolean {
  const version = isIP(address ?? '');
  return version !== 0 && loopback.check(address!, version === 4 ? 'ipv4' : 'ipv6');
}

/** Whether a name, as in HOST or a Host header without its port, is this machine's for itself. */
export const isLoopbackHost = (host: string): boolean =>
  host.toLowerCase() === 'localhost' || isLoopbackAddress(host.replace(/^\[(.*)\]$/, '$1'));

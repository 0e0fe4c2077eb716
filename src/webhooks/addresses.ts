import { lookup, type LookupAddress, type LookupAllOptions } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { parseCidr, type Cidr } from '../settings';

// What the internet does not route, by IANA's registry of special-purpose IPv4 addresses, and multicast.
const SPECIAL_IPV4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/4', '240.0.0.0/4'],
];

// Of IPv6, only this is routed: loopback, link-local, unique local, multicast, mapped IPv4 and NAT64 lie outside of it.
const GLOBAL_IPV6 = '2000::/3';

// What inside of it is not: protocol assignments with Teredo among them, documentation, 6to4.
const SPECIAL_IPV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

/** Finds all addresses of a host, as dns.lookup does. */
export type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** An address that nothing is sent to. */
export class RefusedAddress extends Error {
  constructor(readonly reason: string) {
    super(reason);
  }
}

/**
 * Which addresses may be sent to. Those that are not on the public internet are refused, so that nobody can make the server knock at
 * doors that only the server can reach; but for ranges that whoever runs it has allowed.
 */
export class AddressPolicy {
  private readonly allowed: BlockList;
  private readonly special = blockList([...SPECIAL_IPV4, ...SPECIAL_IPV6].map((range) => parseCidr(range)!));
  private readonly global = blockList([parseCidr(GLOBAL_IPV6)!]);

  /**
   * @param allowed may be sent to whatever they are, and without TLS
   * @param resolve finds the addresses of a host. Default: the system does
   */
  constructor(
    allowed: readonly Cidr[] = [],
    private readonly resolve: Resolve = lookup,
  ) {
    this.allowed = blockList(allowed);
  }

  /** @throws RefusedAddress for an IP address that nothing is sent to by this protocol */
  check(address: string, protocol: string): void {
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (this.allowed.check(address, family)) return;
    const isPublic = family === 'ipv4' || this.global.check(address, family);
    if (!isPublic || this.special.check(address, family))
      throw new RefusedAddress('the address is private, local or reserved');
    if (protocol !== 'https:') throw new RefusedAddress('the address takes https only');
  }

  /**
   * Finds the addresses of a host as Node does, and gives them only if every one of them may be sent to. Whoever connects with it
   * connects to an address that was checked: it makes no difference what the name stood for before.
   */
  lookup(protocol: string): LookupFunction {
    return (hostname, options, callback) => {
      this.resolve(hostname, { ...options, all: true }, (error, addresses) => {
        if (error) return callback(error, []);
        try {
          for (const { address } of addresses) this.check(address, protocol);
        } catch (refused) {
          return callback(refused as Error, []);
        }
        if (options.all) return callback(null, addresses);
        return callback(null, addresses[0]!.address, addresses[0]!.family);
      });
    };
  }
}

function blockList(ranges: readonly Cidr[]): BlockList {
  const list = new BlockList();
  for (const { address, prefix, family } of ranges) list.addSubnet(address, prefix, family);
  return list;
}

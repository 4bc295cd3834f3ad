package org.chancery.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses are on the public internet: those that the IANA registries of special-purpose addresses (RFC 6890 and its updates) do
 * not set apart. Of IPv6 nothing is public outside 2000::/3, so that mapped, translated (NAT64), local, link-local and multicast
 * addresses are not, nor there what carries an IPv4 address in it (Teredo, 6to4).
 */
final class PublicAddresses {
    private static final List<Range> SPECIAL = List.of(
            Range.of("0.0.0.0", 8), Range.of("10.0.0.0", 8), Range.of("100.64.0.0", 10), Range.of("127.0.0.0", 8), Range.of("169.254.0.0", 16),
            Range.of("172.16.0.0", 12), Range.of("192.0.0.0", 24), Range.of("192.0.2.0", 24), Range.of("192.88.99.0", 24),
            Range.of("192.168.0.0", 16), Range.of("198.18.0.0", 15), Range.of("198.51.100.0", 24), Range.of("203.0.113.0", 24),
            Range.of("224.0.0.0", 3),
            Range.of("2001::", 23), Range.of("2001:db8::", 32), Range.of("2002::", 16), Range.of("3fff::", 20));
    private static final Range GLOBAL_UNICAST = Range.of("2000::", 3);

    private PublicAddresses() {
    }

    private record Range(byte[] first, int bits) {
        static Range of(String address, int bits) {
            try {
                return new Range(InetAddress.getByName(address).getAddress(), bits);
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(e);
            }
        }

        boolean has(byte[] address) {
            if (address.length != first.length) {
                return false;
            }
            int whole = bits / 8;
            int mask = 0xff << (8 - bits % 8) & 0xff;
            return Arrays.equals(address, 0, whole, first, 0, whole) && (bits % 8 == 0 || (address[whole] & mask) == (first[whole] & mask));
        }
    }

    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return (address instanceof Inet4Address || GLOBAL_UNICAST.has(bytes)) && SPECIAL.stream().noneMatch(range -> range.has(bytes));
    }
}

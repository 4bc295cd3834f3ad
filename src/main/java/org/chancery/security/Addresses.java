package org.chancery.security;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** From where a request comes: a forwarded address counts only where {@code quarkus.http.proxy} names the proxy as trusted. */
final class Addresses {
    /** Of an IPv6 address, bytes: one subscriber has the whole of the rest (RFC 6177). */
    private static final int NETWORK = 8;

    private Addresses() {
    }

    /** The address, of IPv6 its network of 64 bits. */
    static String of(HttpServerRequest request) {
        SocketAddress remote = request.remoteAddress();
        String address = remote == null || remote.hostAddress() == null ? "unknown" : remote.hostAddress();
        if (!address.contains(":")) {
            return address;
        }
        try {
            // a literal: no name is looked up
            InetAddress parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK)) : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}

package org.chancery.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Where events may be sent: what clients give us must not reach into the network that the service stands in. */
final class Receivers {
    /** Letters that make it no name but an address: digits and dots, or a colon. */
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|0[xX].*|.*:.*");

    /** Which addresses a name has. */
    interface Names {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    private final boolean http;
    private final boolean anyAddress;
    private final Names names;

    Receivers(boolean http, boolean anyAddress, Names names) {
        this.http = http;
        this.anyAddress = anyAddress;
        this.names = names;
    }

    /** Why nothing is sent there; null where it may be. A name is looked up when something is sent, each time. */
    String refusal(URI url) {
        if (!"https".equals(url.getScheme()) && !(http && "http".equals(url.getScheme()))) {
            return "must be https";
        }
        if (url.getHost() == null || url.getUserInfo() != null || url.getFragment() != null) {
            return "needs a host, and has neither user information nor a fragment";
        }
        if (ADDRESS.matcher(host(url)).matches()) {
            try {
                address(url);
            } catch (UnknownHostException e) {
                return "is at an address that is not public";
            }
        }
        return null;
    }

    /** Without the brackets of an IPv6 address. */
    static String host(URI url) {
        return url.getHost().replaceAll("^\\[|]$", "");
    }

    static int port(URI url) {
        return url.getPort() > 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
    }

    /**
     * The address to connect to; whoever connects to the name instead might be led elsewhere by its second answer (DNS rebinding).
     *
     * @throws UnknownHostException where there is none, or one of them is not public
     */
    InetAddress address(URI url) throws UnknownHostException {
        InetAddress[] addresses = names.addresses(host(url));
        if (!anyAddress && !Arrays.stream(addresses).allMatch(PublicAddresses::isPublic)) {
            throw new UnknownHostException("not public");
        }
        // without its name, so that nobody looks that up again
        return InetAddress.getByAddress(addresses[0].getAddress());
    }
}

package nl.doorlichting.platform.audit;

import io.netty.util.NetUtil;
import io.vertx.core.net.SocketAddress;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * The network of the client, too large to identify a person. An address may belong to one person, which makes it
 * personal data. A network of 256 addresses (IPv4) or of one site (IPv6) does not (ADR 30).
 */
final class CallerNetwork {
    private static final int IPV4_BYTES = 3;
    private static final int IPV6_BYTES = 6;

    private CallerNetwork() {}

    /** Such as {@code 192.0.2.0/24} or {@code 2001:db8:1:0:0:0:0:0/48}; null when it is no address. */
    static String of(SocketAddress remote) {
        var address = remote == null ? null : remote.hostAddress();
        // Null for anything but an address in digits, so that no name is ever looked up.
        var bytes = address == null ? null : NetUtil.createByteArrayFromIpAddressString(address);
        return bytes == null ? null : network(bytes);
    }

    private static String network(byte[] bytes) {
        try {
            // An IPv4 address that was mapped into IPv6 is an IPv4 address again.
            var plain = InetAddress.getByAddress(bytes);
            var kept = plain instanceof Inet4Address ? IPV4_BYTES : IPV6_BYTES;
            var network = Arrays.copyOf(Arrays.copyOf(plain.getAddress(), kept), plain.getAddress().length);
            return InetAddress.getByAddress(network).getHostAddress() + "/" + kept * Byte.SIZE;
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("an address has 4 or 16 bytes", impossible);
        }
    }
}

package id.deskpilkada.platform.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** The network that an address belongs to, as limits count it: an IPv4 address by itself, and of IPv6 the 64 bits that one household or phone has to itself. */
public final class Network {

    private static final int IPV6_PREFIX_BYTES = 8;

    private Network() {}

    /** @param address numeric, as the web server gives it; anything else stands for itself */
    public static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            var bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == 4
                    ? InetAddress.getByAddress(bytes).getHostAddress()
                    : HexFormat.of().formatHex(bytes, 0, IPV6_PREFIX_BYTES);
        } catch (UnknownHostException e) {
            return address;
        }
    }
}

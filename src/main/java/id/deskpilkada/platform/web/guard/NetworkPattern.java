package id.deskpilkada.platform.web.guard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** Networks as the regular expression that the web server wants, over addresses as Java writes them. */
final class NetworkPattern {

    private static final String ANY_OCTET = "\\d{1,3}";
    private static final String ANY_GROUP = "[0-9a-f]{1,4}";

    private NetworkPattern() {}

    /** @throws IllegalArgumentException if one of them is no address or network */
    static String of(Collection<String> networks) {
        return networks.stream()
                .map(String::strip)
                .filter(network -> !network.isEmpty())
                .map(NetworkPattern::pattern)
                .collect(Collectors.joining("|"));
    }

    private static String pattern(String network) {
        new IpAddressMatcher(network);
        var parts = network.split("/", 2);
        var address = bytes(parts[0]);
        int length = parts.length == 2 ? Integer.parseInt(parts[1]) : address.length * 8;
        if (address.length == 16 && length % 16 != 0) {
            throw new IllegalArgumentException(network + ": an IPv6 network must end at a multiple of 16 bits");
        }
        return address.length == 4 ? octets(address, length) : groups(address, length);
    }

    private static String octets(byte[] address, int length) {
        return IntStream.range(0, 4)
                .mapToObj(at -> part(address[at] & 0xff, 8, length - at * 8, 10, ANY_OCTET))
                .collect(Collectors.joining("\\."));
    }

    private static String groups(byte[] address, int length) {
        List<String> groups = new ArrayList<>();
        for (int at = 0; at < 8; at++) {
            int value = (address[2 * at] & 0xff) << 8 | address[2 * at + 1] & 0xff;
            groups.add(part(value, 16, length - at * 16, 16, ANY_GROUP));
        }
        return String.join(":", groups);
    }

    private static String part(int value, int width, int fixed, int radix, String any) {
        if (fixed <= 0) {
            return any;
        }
        if (fixed >= width) {
            return Pattern.quote(Integer.toString(value, radix));
        }
        int step = 1 << (width - fixed);
        int first = value / step * step;
        return IntStream.range(first, first + step)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    private static byte[] bytes(String address) {
        try {
            return java.net.InetAddress.getByName(address).getAddress();
        } catch (java.net.UnknownHostException e) {
            throw new IllegalArgumentException(address + " is no network address", e);
        }
    }
}

package id.deskpilkada.platform.web.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpilkada.platform.web.RawHttp;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;

class TrustedProxiesTests {

    private static final String[] SPOOFED = {
        "X-Forwarded-For: 203.0.113.7", "X-Forwarded-Proto: https", "X-Forwarded-Host: desk.example.go.id"
    };

    @Test
    void byDefaultNobodyIsBelieved() {
        assertThat(seen(List.of(), SPOOFED)).isEqualTo("127.0.0.1 http localhost");
    }

    @Test
    void aNamedProxyIsBelieved() {
        assertThat(seen(List.of("127.0.0.0/8"), SPOOFED)).isEqualTo("203.0.113.7 https desk.example.go.id");
    }

    @Test
    void anotherThanTheNamedOneIsNot() {
        assertThat(seen(List.of("10.1.0.0/16"), SPOOFED)).isEqualTo("127.0.0.1 http localhost");
    }

    @Test
    void whatAClientPutsBeforeTheProxysOwnAddressIsNotBelieved() {
        assertThat(seen(List.of("127.0.0.1"), "X-Forwarded-For: 10.9.9.9, 203.0.113.7"))
                .startsWith("203.0.113.7 ");
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.200.3.4, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "172.16.0.0/12, 172.31.255.1, true",
        "172.16.0.0/12, 172.32.0.1, false",
        "192.168.1.128/25, 192.168.1.200, true",
        "192.168.1.128/25, 192.168.1.5, false",
        "192.168.1.7, 192.168.1.7, true",
        "192.168.1.7, 192.168.1.77, false",
        "::1, 0:0:0:0:0:0:0:1, true",
        "fd00:1::/32, fd00:1:2:3:4:5:6:7, true",
        "fd00:1::/32, fd00:2:2:3:4:5:6:7, false"
    })
    void aNetworkHoldsItsAddresses(String network, String address, boolean holds) {
        assertThat(address.matches(NetworkPattern.of(List.of(network)))).isEqualTo(holds);
    }

    @Test
    void whatIsNoNetworkStopsTheStart() {
        assertThatThrownBy(() -> NetworkPattern.of(List.of("proxy.example")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NetworkPattern.of(List.of("fd00::/20"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static String seen(List<String> trusted, String... headers) {
        var factory = new TomcatServletWebServerFactory(0);
        new WebServer(new WebServer.Proxies(trusted)).customize(factory);
        var server = factory.getWebServer(
                context -> context.addServlet("who", new WhoAsks()).addMapping("/"));
        server.start();
        try {
            return new RawHttp(server.getPort())
                    .send("GET / HTTP/1.1", headers)
                    .body()
                    .strip();
        } finally {
            server.stop();
        }
    }

    private static final class WhoAsks extends HttpServlet {

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentLength(-1);
            response.getWriter()
                    .print(request.getRemoteAddr() + " " + request.getScheme() + " " + request.getServerName());
        }
    }
}

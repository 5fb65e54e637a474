package id.deskpilkada.tierreport.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where reports may be sent to. */
class AddressesTests {

    private static Addresses addresses(boolean plain) {
        return new Addresses(
                new DeliverySettings(plain, List.of(), Duration.ZERO, Duration.ZERO, 8, Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://desk.bantenprov.go.id", "https://desk.bantenprov.go.id:8443", "https://10.20.30.40"})
    void anotherMachineIsReachedOverTls(String address) {
        assertThat(addresses(false).isOrigin(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://desk.bantenprov.go.id",
                "https://desk.bantenprov.go.id/intake",
                "https://a@desk.bantenprov.go.id",
                "https://desk.bantenprov.go.id?x=1",
                "https://desk.bantenprov.go.id#x",
                "https://localhost",
                "https://127.0.0.1",
                "https://[::1]",
                "https://169.254.169.254",
                "https://0.0.0.0",
                "file:///etc/passwd",
                "desk.bantenprov.go.id",
                "https://"
            })
    void anythingElseIsNoAddressOfAnInstallation(String address) {
        assertThat(addresses(false).isOrigin(address)).isFalse();
    }

    @Test
    void aNameThatLeadsToThisMachineIsNotCalled() throws UnknownHostException {
        assertThat(addresses(false).mayBeCalled(URI.create("https://localhost/api")))
                .isFalse();
        assertThat(addresses(true).mayBeCalled(URI.create("http://localhost/api")))
                .isTrue();
    }
}

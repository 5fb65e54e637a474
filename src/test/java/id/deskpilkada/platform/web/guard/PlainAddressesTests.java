package id.deskpilkada.platform.web.guard;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.WholeApplication;
import id.deskpilkada.platform.web.RawHttp;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeApplication
class PlainAddressesTests {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda//api/engine/engine/default/task",
                "/camunda;x=1/api/admin/setup/default/user/create",
                "/camunda/api//admin/setup/default/user/create",
                "/api/me;jsessionid=1",
                "//api/me"
            })
    void anAddressThatCouldBeReadInTwoWaysIsRefusedBeforeItIsRead(String address) {
        var answer = new RawHttp(port).send("GET " + address + " HTTP/1.1");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("Exception");
    }
}

package id.deskpilkada;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Tells the application under test where a mail server and an SMS gateway may stand; whether one does, each test decides. */
public class FreePorts implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try (var mail = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var gateway = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            TestPropertyValues.of(
                            "desk.notification.email.port=" + mail.getLocalPort(),
                            "desk.notification.sms.url=http://127.0.0.1:" + gateway.getLocalPort() + "/kirim")
                    .applyTo(context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

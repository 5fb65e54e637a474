package id.deskpilkada.platform.management;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A second node on the same machine must not fail for a port that nobody asked for: where the usual management port is taken and none was named, another is used and told. */
class ManagementPort implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Logger log = LoggerFactory.getLogger(ManagementPort.class);
    private static final String PORT = "management.server.port";
    private static final String NAMED = "DESK_MANAGEMENT_PORT";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        int usual = environment.getProperty(PORT, Integer.class, 0);
        if (usual <= 0 || environment.containsProperty(NAMED) || isFree(usual)) {
            return;
        }
        log.warn(
                "Port manajemen {} sudah dipakai program lain; dipilih port lain. Tetapkan dengan {}. / Management port {} is taken; another is chosen. Set {} to name one.",
                usual,
                NAMED,
                usual,
                NAMED);
        environment.getPropertySources().addFirst(new MapPropertySource("management-port", Map.of(PORT, 0)));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}

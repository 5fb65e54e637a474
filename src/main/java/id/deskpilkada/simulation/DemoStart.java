package id.deskpilkada.simulation;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/** Keeps demo and reality apart before anything is opened: their data folders, and whatever could carry a message or a figure of the demo to the world outside. */
class DemoStart implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    private static final String BUNDLES = "spring.messages.basename";

    /** Groups of settings by which data or messages would leave the demo. */
    private static final List<String> OUTWARD =
            List.of("spring.mail", "desk.whatsapp", "desk.telegram", "desk.delivery");

    /** Settings that lead out once they are filled in. */
    private static final List<String> OUTWARD_ADDRESSES =
            List.of("spring.datasource.url", "desk.notification.email.host", "desk.notification.sms.url");

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var folder = new DemoFolder(Path.of(environment.getProperty("desk.data-dir", "./data")));
        if (!environment.acceptsProfiles(Profiles.of("demo"))) {
            folder.takeForReal();
            return;
        }
        refuseOutward(environment);
        folder.takeForDemo(environment.getProperty("desk.demo.fresh", Boolean.class, false));
        fix(environment);
    }

    private static void refuseOutward(ConfigurableEnvironment environment) {
        for (var address : OUTWARD_ADDRESSES) {
            if (!environment.getProperty(address, "").isBlank()) {
                throw refused(address);
            }
        }
        var binder = Binder.get(environment);
        for (var group : OUTWARD) {
            if (binder.bind(group, Bindable.mapOf(String.class, Object.class)).isBound()) {
                throw refused(group);
            }
        }
    }

    private static DemoRefused refused(String setting) {
        return new DemoRefused(
                "Simulasi tidak boleh tersambung ke luar, tetapi \"" + setting + "\" diisi.",
                "Kosongkan pengaturan itu, atau jalankan tanpa profil demo.");
    }

    /**
     * What holds in every demo, whatever the surroundings say: its region and its administrator; and its texts come first, so that the disclaimer on pages, exports and
     * answers says SIMULASI.
     */
    private static void fix(ConfigurableEnvironment environment) {
        var bundles = "messages/demo," + environment.getProperty(BUNDLES, "messages");
        var password = environment.getProperty("desk.demo.password", "");
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "demo",
                        Map.of(
                                BUNDLES,
                                bundles,
                                "desk.regency",
                                "36.04",
                                "desk.admin.username",
                                "admin",
                                "desk.admin.password",
                                password)));
    }
}

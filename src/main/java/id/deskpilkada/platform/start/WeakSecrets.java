package id.deskpilkada.platform.start;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Profiles;

/** Refuses to start, outside the demo, with a password that whoever knows this kind of software would try first. */
class WeakSecrets implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    private static final int SHORTEST_ADMIN_PASSWORD = 8;
    private static final int SHORTEST_TOKEN = 16;

    /** Passwords and the user names that they must not repeat, as property names. */
    private static final Map<String, String> PASSWORDS = Map.of(
            "desk.admin.password", "desk.admin.username",
            "spring.datasource.password", "spring.datasource.username",
            "spring.flyway.password", "spring.flyway.user");

    private static final Set<String> KNOWN = Set.of(
            "desk",
            "deskpilkada",
            "pilkada",
            "postgres",
            "postgresql",
            "password",
            "passw0rd",
            "katasandi",
            "sandi",
            "rahasia",
            "admin",
            "administrator",
            "root",
            "secret",
            "changeme",
            "gantisaya",
            "ganti",
            "simulasiserang",
            "simulasi",
            "keycloak",
            "qwerty",
            "qwertyuiop",
            "letmein",
            "welcome",
            "selamatdatang",
            "indonesia",
            "bismillah",
            "sayang",
            "test",
            "demo",
            "12345678",
            "123456789",
            "1234567890",
            "11111111",
            "00000000",
            "87654321");

    /** After the demo has said that it is one. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            return;
        }
        PASSWORDS.forEach((password, username) ->
                refuseKnown(password, environment.getProperty(password, ""), environment.getProperty(username, "")));
        otherSecrets(environment).forEach(name -> refuseKnown(name, environment.getProperty(name, ""), ""));
        refuseShort("desk.admin.password", environment, SHORTEST_ADMIN_PASSWORD);
        refuseShort("desk.management.token", environment, SHORTEST_TOKEN);
    }

    private static Stream<String> otherSecrets(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> Stream.of(((EnumerablePropertySource<?>) source).getPropertyNames()))
                .filter(name -> name.toLowerCase(Locale.ROOT).matches("(desk|spring)[._].*(password|secret|token)"));
    }

    private static void refuseShort(String name, ConfigurableEnvironment environment, int shortest) {
        var secret = environment.getProperty(name, "");
        if (!secret.isBlank() && secret.length() < shortest) {
            throw refused(name, "terlalu pendek, sedikitnya " + shortest + " karakter", "is too short");
        }
    }

    private static void refuseKnown(String name, String secret, String username) {
        if (secret.isBlank()) {
            return;
        }
        var bare = bare(secret);
        if (secret.equalsIgnoreCase(username)) {
            throw refused(name, "sama dengan nama penggunanya", "is the user name");
        }
        if (KNOWN.contains(bare) || KNOWN.contains(bare.replaceFirst("[0-9]+$", "")) || bare.isEmpty()) {
            throw refused(name, "diketahui semua orang", "is one that everybody knows");
        }
    }

    /** Without what people add to make a known password look like another. */
    private static String bare(String secret) {
        return secret.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static StartRefused refused(String name, String why, String english) {
        var variable = name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
        return new StartRefused(
                "Kata sandi \"" + name + "\" " + why + ". / The secret " + english + ".",
                "Isi " + variable + " (atau berkas yang disebut " + variable
                        + "_FILE) dengan kata sandi lain yang panjang, lalu jalankan lagi. / Set it to another, long one and start again.");
    }
}

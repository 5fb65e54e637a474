package id.deskpilkada.platform.sealing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application under test as if it had been started with another secret, knowing its own as a former one. */
public final class OtherSecret {

    private static final String SECRET = "rahasia lain yang cukup panjang untuk uji rotasi";

    private OtherSecret() {}

    public static SealedValues values(Path dataDirectory, JdbcClient jdbc, ObjectProvider<FormerKeyUse> uses)
            throws IOException {
        var own = Files.readString(dataDirectory.resolve(SealingSecret.FILE)).strip();
        return new SealedValues(new SealingSettings(SECRET, List.of(own)), dataDirectory, jdbc, uses);
    }
}

package id.deskpilkada.staff;

import id.deskpilkada.PackagedDesk;
import java.net.http.HttpClient;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CVE-2026-109432 and CVE-2026-77226, and what else the engine would do by hand, on the packaged application in mode local. */
class EngineSurfaceIT {

    @TempDir
    Path folder;

    @Test
    void nobodyRunsCodeOrBecomesAdministratorThroughTheEngine() throws Exception {
        try (var desk = PackagedDesk.start(folder.resolve("data"))) {
            new EngineAttacks(desk.port(), desk.signIn(HttpClient.newHttpClient()), folder).allFail();
        }
    }
}

package id.deskpilkada.imports;

import static id.deskpilkada.imports.SampleFiles.STATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.platform.Problem;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever happens to a file on its way, its sender gets a refusal or its rows, never a failure of ours. */
class DamagedFileTests {

    @Test
    void aWorkbookWithChangedBytesIsReadOrRefused() {
        byte[] good = SampleFiles.stations(sheet -> SampleFiles.row(sheet, 1, "3604052002001", "Balai desa"));

        assertThat(refusals(good, 400)).isPositive();
    }

    @Test
    void aCsvWithChangedBytesIsReadOrRefused() {
        byte[] good = SampleFiles.csv("kode_tps,alamat\n3604052002001,\"Kp. Café, RT 1\"\n3604052002002,B\n");

        assertThat(refusals(good, 2_000)).isPositive();
    }

    private static int refusals(byte[] good, int attempts) {
        Random random = new Random(20241127);
        int refused = 0;
        for (int i = 0; i < attempts; i++) {
            byte[] damaged = good.clone();
            for (int j = random.nextInt(8); j >= 0; j--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                TableFile.read(damaged, STATIONS);
            } catch (Problem problem) {
                refused++;
            }
        }
        return refused;
    }
}

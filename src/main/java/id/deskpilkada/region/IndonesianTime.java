package id.deskpilkada.region;

import java.time.ZoneId;
import java.util.Set;

/** The three time zones, by province code (Keppres 41/1987 and the provinces formed since). */
enum IndonesianTime {
    WIB("Asia/Jakarta"),
    WITA("Asia/Makassar"),
    WIT("Asia/Jayapura");

    private static final Set<String> CENTRAL =
            Set.of("51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76");
    private static final Set<String> EASTERN = Set.of("81", "82", "91", "92", "93", "94", "95", "96");

    private final ZoneId zone;

    IndonesianTime(String zone) {
        this.zone = ZoneId.of(zone);
    }

    ZoneId zone() {
        return zone;
    }

    static IndonesianTime of(String area) {
        String province = area.substring(0, 2);
        return CENTRAL.contains(province) ? WITA : EASTERN.contains(province) ? WIT : WIB;
    }
}

package id.deskpilkada.simulation.world;

import java.util.ArrayList;
import java.util.List;

/** The demo's staff. Surnames say what they are: an example, an exercise. */
public final class People {

    private static final String REGENCY = "36.04";
    private static final List<String> FIRST = List.of(
            "Adi", "Ayu", "Bayu", "Citra", "Dewi", "Eko", "Fitri", "Galih", "Hani", "Indra", "Joko", "Kartika",
            "Lestari", "Made", "Nur", "Oki", "Putri", "Rahmat", "Sari", "Tono", "Umar", "Vina", "Wahyu", "Yanti",
            "Zaki");
    private static final List<String> LAST = List.of("Contoh", "Latihan", "Simulasi", "Peraga", "Percobaan");

    private final long seed;

    public People(long seed) {
        this.seed = seed;
    }

    public static String villageAdmin(Place village) {
        return "desa-" + village.area();
    }

    public static String districtAdmin(String districtCode) {
        return "kecamatan-" + districtCode.replace(".", "");
    }

    /** @param which 1 or 2 */
    public static String verifier(String districtCode, int which) {
        return "verifikator" + which + "-" + districtCode.replace(".", "");
    }

    public static String officer(Station station) {
        return "tps-" + station.tps();
    }

    List<Person> of(Territory territory, List<Station> stations) {
        var people = new ArrayList<>(regency());
        for (var district : territory.districts()) {
            var code = district.code();
            people.add(person(districtAdmin(code), "district-admin", code, "Admin kecamatan " + district.name()));
            people.add(person("camat-" + district.area(), "camat", code, "Camat " + district.name()));
            for (int which = 1; which <= 2; which++) {
                people.add(person(
                        verifier(code, which),
                        "district-verifier",
                        code,
                        "Verifikator " + which + " kecamatan " + district.name()));
            }
        }
        territory
                .villages()
                .forEach(village -> people.add(person(
                        villageAdmin(village), "village-admin", village.code(), "Admin desa " + village.name())));
        stations.stream()
                .filter(station -> station.number().equals("001")
                        && station.village().code().endsWith("2002"))
                .forEach(station -> people.add(person(
                        officer(station),
                        "tps-officer",
                        station.tps(),
                        "Petugas TPS 001 " + station.village().name())));
        return List.copyOf(people);
    }

    private List<Person> regency() {
        return List.of(
                person("desk1", "desk", REGENCY, "Petugas desk 1"),
                person("desk2", "desk", REGENCY, "Petugas desk 2"),
                person("desk3", "desk", REGENCY, "Petugas desk 3"),
                person("sekda", "leader", REGENCY, "Pimpinan (Sekda)"),
                person("pengawas", "supervisor", REGENCY, "Penyelia desk"),
                person("helpdesk", "helpdesk", REGENCY, "Help desk Diskominfo"),
                person("diskominfo", "it-admin", REGENCY, "Admin TI Diskominfo"),
                person("penghubung", "liaison", REGENCY, "Penghubung lembaga"));
    }

    private Person person(String username, String role, String scope, String label) {
        var dice = Dice.of(seed, "name", username);
        var name = FIRST.get(dice.nextInt(FIRST.size())) + " " + LAST.get(dice.nextInt(LAST.size()));
        return new Person(username, name, role, scope, label);
    }
}

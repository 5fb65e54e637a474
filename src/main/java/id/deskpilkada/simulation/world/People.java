package id.deskpilkada.simulation.world;

import java.util.ArrayList;
import java.util.List;

/** The demo's staff. Surnames say what they are: an example, an exercise. */
public final class People {

    public static final String BPBD = "bpbd";
    public static final String POLRES = "polres";
    public static final String PSC = "psc";
    public static final String DINKES = "dinkes";
    public static final String PUSKESMAS = "puskesmas";

    private static final String REGENCY = "36.04";
    private static final String VISITORS_DISTRICT = "36.04.05";
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

    public static String camat(Place district) {
        return "camat-" + district.area();
    }

    List<Person> of(Territory territory, List<Station> stations) {
        var people = new ArrayList<>(regency());
        for (var district : territory.districts()) {
            var code = district.code();
            people.add(person(districtAdmin(code), "district-admin", code, "Admin kecamatan " + district.name()));
            people.add(person(camat(district), "camat", code, "Camat " + district.name()));
            for (int which = 1; which <= 2; which++) {
                people.add(person(
                        verifier(code, which),
                        "district-verifier",
                        code,
                        "Verifikator " + which + " kecamatan " + district.name()));
            }
        }
        territory.villages().stream()
                .filter(village -> !village.equals(territory.villageWithoutAdmin()))
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
                person("penghubung", "liaison", REGENCY, "Penghubung lembaga"),
                person(BPBD, "agency-bpbd", REGENCY, "Petugas BPBD"),
                person(POLRES, "agency-polri", REGENCY, "Petugas Polres"),
                person(PSC, "agency-psc", REGENCY, "Petugas PSC 119"),
                person(DINKES, "agency-dinkes", REGENCY, "Petugas Dinas Kesehatan"),
                person("kpu", "agency-kpu", REGENCY, "Penghubung KPU"),
                person("bawaslu", "agency-bawaslu", REGENCY, "Penghubung Bawaslu"),
                person(PUSKESMAS, "health", VISITORS_DISTRICT, "Petugas puskesmas Kramatwatu"));
    }

    private Person person(String username, String role, String scope, String label) {
        return new Person(username, name(seed, username), role, scope, label);
    }

    /** The name of somebody who does not exist, the same on every run. */
    public static String name(long seed, String whose) {
        var dice = Dice.of(seed, "name", whose);
        return FIRST.get(dice.nextInt(FIRST.size())) + " " + LAST.get(dice.nextInt(LAST.size()));
    }
}

package id.deskpilkada.simulation.weeks;

import static id.deskpilkada.simulation.http.CsvText.row;
import static id.deskpilkada.simulation.http.CsvText.table;

import id.deskpilkada.simulation.world.People;
import id.deskpilkada.simulation.world.Place;
import id.deskpilkada.simulation.world.World;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an administrator would upload for the weeks before the day. Every number begins with a zero behind its area code, so that nobody can be called. */
public final class PreparationFiles {

    private static final String REGENCY = "36.04";

    private final World world;
    private final long seed;
    private final Places places;

    public PreparationFiles(World world, long seed) {
        this.world = world;
        this.seed = seed;
        this.places = new Places(world);
    }

    /** By kind of import, in the order in which they can be taken. */
    public Map<String, String> all(LocalDate day) {
        var files = new LinkedHashMap<String, String>();
        files.put("boundaries", boundaries());
        files.put("agencies", agencies());
        files.put("contacts", contacts());
        files.put("duty", duty(day));
        files.put("risks", risks());
        files.put("officers", officers());
        return files;
    }

    /** A number that reaches nobody: no line here begins with a zero. */
    static String number(int which) {
        return "(0254) 000%03d".formatted(which);
    }

    private String boundaries() {
        var sketch = World.sketch();
        return world.territory().places().stream()
                .filter(place -> place.isDistrict() || place.isVillage())
                .map(place -> "{\"type\":\"Feature\",\"properties\":{\"kode\":\"" + place.code()
                        + "\",\"keterangan\":\"sketsa karangan\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[["
                        + sketch.outline(place.area()).stream()
                                .map(point -> point.json())
                                .collect(Collectors.joining(","))
                        + "]]}}")
                .collect(Collectors.joining(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}"));
    }

    private String agencies() {
        return table(
                "kode,wilayah,nama,saluran,dikonfirmasi",
                Stream.of(
                        agency("bpbd", "BPBD", 1, true),
                        agency("polri", "Polres", 2, true),
                        agency("dinkes", "Dinas Kesehatan", 3, true),
                        agency("diskominfo", "Diskominfo", 4, true),
                        agency("satpolpp", "Satpol PP", 5, false),
                        agency("kpu", "KPU", 6, false),
                        agency("bawaslu", "Bawaslu", 7, false),
                        row(
                                "pln",
                                places.visitorsDistrict().code(),
                                "PLN unit layanan (karangan)",
                                "wa " + number(9) + "; email piket@pln.contoh.invalid",
                                "ya"),
                        row("pln", REGENCY, "PLN (karangan)", "wa " + number(8), "ya")));
    }

    private static String agency(String code, String name, int number, boolean confirmed) {
        return row(code, REGENCY, name + " (karangan)", "telepon " + number(number), confirmed ? "ya" : "tidak");
    }

    private String contacts() {
        var rows = new ArrayList<String>();
        rows.add(contact("AMBULANS", "Ambulans PSC", REGENCY, 11, true));
        rows.add(contact("POLISI", "Polres", REGENCY, 12, true));
        rows.add(contact("DAMKAR", "Pemadam kebakaran", REGENCY, 13, true));
        rows.add(contact("BPBD", "Pos BPBD kabupaten", REGENCY, 14, true));
        rows.add(contact("PLN", "Layanan PLN", REGENCY, 15, false));
        int number = 100;
        for (var district : world.territory().districts()) {
            rows.add(contact("POLSEK", "Polsek " + district.name(), district.code(), number++, number % 3 != 0));
            rows.add(contact("PUSKESMAS", "Puskesmas " + district.name(), district.code(), number++, true));
        }
        for (var village : world.territory().villagesOf(places.visitorsDistrict())) {
            rows.add(row(
                    "PPS",
                    People.name(seed, "pps-" + village.area()),
                    village.code(),
                    "Ketua PPS " + village.name(),
                    number(number++),
                    "tidak"));
        }
        return table("jenis,nama,wilayah,jabatan,telepon,dikonfirmasi", rows.stream());
    }

    private static String contact(String kind, String name, String region, int number, boolean confirmed) {
        return row(kind, name + " (karangan)", region, "", number(number), confirmed ? "ya" : "tidak");
    }

    private static String duty(LocalDate day) {
        var rows = new ArrayList<String>();
        var desks = List.of("desk1", "desk2", "desk3");
        for (var date = day.minusDays(1); !date.isAfter(day.plusDays(1)); date = date.plusDays(1)) {
            for (int shift = 0; shift < desks.size(); shift++) {
                rows.add(shift("Posko Desk Kabupaten", date, shift, desks.get(shift), false));
                rows.add(shift("Piket pimpinan", date, shift, "sekda", true));
            }
            rows.add(shift("Posko BPBD", date, 1, People.BPBD, false));
        }
        return table("pos,wilayah,mulai,selesai,pengguna,pimpinan", rows.stream());
    }

    private static String shift(String post, LocalDate date, int which, String username, boolean leads) {
        var from = "%s %02d.00".formatted(date, which * 8);
        var to = which == 2 ? date.plusDays(1) + " 00.00" : "%s %02d.00".formatted(date, which * 8 + 8);
        return row(post, REGENCY, from, to, username, leads ? "ya" : "tidak");
    }

    private String risks() {
        var rows = new ArrayList<String>();
        rows.add(row(places.flooded().tps(), "", "FLOOD", "Halaman terendam setiap hujan deras (karangan)"));
        rows.add(row(places.threatened().tps(), "", "FLOOD", "Dekat tanggul sungai (karangan)"));
        rows.add(row(places.blankSpot().tps(), "", "BLANK_SPOT", "Lembah tanpa sinyal (karangan)"));
        rows.add(row(places.remote().tps(), "", "REMOTE", "Jalan rusak (karangan)"));
        var districts = world.territory().districts();
        for (int at = 0; at < districts.size(); at += 4) {
            rows.add(village(districts.get(at), 3, "FLOOD", "Rawan banjir kiriman (karangan)"));
            rows.add(village(districts.get(at), 6, "CONFLICT", "Pernah ada keributan (karangan)"));
        }
        return table("kode_tps,kode_wilayah,indikator,catatan", rows.stream());
    }

    private String village(Place district, int which, String indicator, String note) {
        var villages = world.territory().villagesOf(district);
        return row("", villages.get(which % villages.size()).code(), indicator, note);
    }

    private String officers() {
        return table(
                "kode_petugas,nama,tugas,kode_tps,puskesmas",
                new Officers(world, places, seed)
                        .all().stream()
                                .map(officer -> row(
                                        officer.code(),
                                        officer.name(),
                                        officer.duty(),
                                        officer.tps(),
                                        officer.puskesmas())));
    }
}

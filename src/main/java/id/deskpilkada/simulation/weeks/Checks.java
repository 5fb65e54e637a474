package id.deskpilkada.simulation.weeks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.simulation.http.Answer;
import id.deskpilkada.simulation.play.Errand;
import id.deskpilkada.simulation.play.Errand.Step;
import id.deskpilkada.simulation.play.Office;
import id.deskpilkada.simulation.world.Dice;
import id.deskpilkada.simulation.world.People;
import id.deskpilkada.simulation.world.Place;
import id.deskpilkada.simulation.world.Sketch;
import id.deskpilkada.simulation.world.Station;
import id.deskpilkada.simulation.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The checks of TPS: site and people in some districts, logistics in fewer. What is missing is mended, decided, or left to the visitor. */
final class Checks {

    private static final String PROCESS = "tps-readiness";
    private static final String SITE = "SITE";
    private static final String LOGISTICS = "LOGISTICS";
    private static final int DISTRICTS = 6;
    private static final int DISTRICTS_TO_THE_END = 3;
    /** So many TPS have one place that is mended among them. */
    private static final int MENDED_AMONG = 9;

    private static final double FIRST = 0.12;
    private static final double LAST = 0.55;
    private static final double SECOND_STAGE = 0.64;
    private static final double SECOND_LAST = 0.92;

    private final Office office;
    private final World world;
    private final Places places;
    private final long seed;
    private final Sketch sketch = World.sketch();
    private final Map<String, List<String>> items = new ConcurrentHashMap<>();

    Checks(Office office, World world, Places places, long seed) {
        this.office = office;
        this.world = world;
        this.places = places;
        this.seed = seed;
    }

    List<Errand> errands() {
        var districts = world.territory().districts();
        var errands = new ArrayList<Errand>();
        for (var district : districts.subList(0, Math.min(DISTRICTS, districts.size()))) {
            boolean toTheEnd = districts.indexOf(district) < DISTRICTS_TO_THE_END;
            var stations = places.reported(district);
            stations.forEach(station -> errands.add(story(station, stations.indexOf(station), toTheEnd)));
        }
        errands.add(blankSpot());
        return errands;
    }

    private Errand story(Station station, int number, boolean toTheEnd) {
        if (station.equals(places.accepted())) {
            return decided(station, "WHEELCHAIR", decision("ACCEPT", "Disediakan meja lipat 95 cm dari balai desa."));
        }
        if (station.equals(places.passedOn())) {
            return decided(station, "AREA", decision("PASS_ON", "Mohon keputusan KPU: tempat hanya 6 x 7 meter."))
                    .then(office.step(
                            "RECORD_KPU",
                            Weeks.SITE_DUE + 0.1,
                            () -> finish("desk3", "record-kpu-decision", station, kpu())));
        }
        if (station.equals(places.roofless())) {
            return new Errand(site(station, "ROOF", when(station), 1));
        }
        if (station.equals(places.threatened())) {
            return new Errand(site(station, "FLOOD_SAFE", when(station), 1));
        }
        var errand = new Errand(site(station, "", when(station), 1));
        if (number % MENDED_AMONG == 4) {
            errand = mended(station);
        }
        return toTheEnd ? errand.then(logistics(station)) : errand;
    }

    private Errand decided(Station station, String missing, ObjectNode decision) {
        return new Errand(site(station, missing, FIRST, 1))
                .then(office.step(
                        "DECIDE_READINESS",
                        Weeks.SITE_DUE + 0.05,
                        () -> finish("desk3", "decide-readiness", station, decision)));
    }

    private Errand mended(Station station) {
        double first = when(station);
        var camat = People.camat(world.territory().district(station.village()));
        var note = Office.object().put("note", "Lampu dipinjam dari balai desa dan sudah dipasang (karangan).");
        return new Errand(site(station, "LAMPS", first, 1))
                .then(office.step("MEND", first + 0.04, () -> finish(camat, "follow-up-shortcomings", station, note)))
                .then(site(station, "", first + 0.06, 2));
    }

    /** A report that its site has no signal; with the offline plan it is ready all the same. */
    private Errand blankSpot() {
        var station = places.blankSpot();
        return new Errand(office.step("CHECK_SITE", FIRST, () -> {
                    var data = data(SITE, station, "").put("connectivity", "NONE");
                    return report(station, SITE + 1, FIRST, data);
                }))
                .then(office.step("PLAN_OFFLINE", 0.3, () -> plan(station)));
    }

    private Answer plan(Station station) {
        var plan = Office.object()
                .put("channel", "COURIER")
                .put("personName", People.name(seed, "kurir"))
                .put("personPhone", PreparationFiles.number(901))
                .put("remarks", "Salinan kertas dibawa ke kantor kecamatan (karangan).");
        plan.putArray("times").add("10.00").add("14.00").add("20.00");
        return office.put(People.villageAdmin(station.village()), "/api/offline-plans/" + station.tps(), plan);
    }

    private Step site(Station station, String missing, double share, int version) {
        return office.step("CHECK_SITE", share, () -> {
            var data = data(SITE, station, missing)
                    .put("connectivity", "GOOD")
                    .put("floodRisk", missing.equals("FLOOD_SAFE"));
            return report(station, SITE + version, share, data);
        });
    }

    private Step logistics(Station station) {
        double share = SECOND_STAGE
                + (SECOND_LAST - SECOND_STAGE)
                        * Dice.of(seed, "logistics", station.tps()).nextDouble();
        return office.step(
                "CHECK_LOGISTICS", share, () -> report(station, LOGISTICS, share, data(LOGISTICS, station, "")));
    }

    private Answer report(Station station, String what, double share, ObjectNode data) {
        return office.report(
                People.villageAdmin(station.village()),
                "kesiapan/" + what,
                station.tps(),
                office.envelope("READINESS", station.tps(), office.at(share)).set("data", data));
    }

    private ObjectNode data(String stage, Station station, String missing) {
        var data = Office.object().put("stage", stage);
        var answers = data.putObject("items");
        items(stage, station.village()).forEach(item -> answers.put(item, item.equals(missing) ? "MISSING" : "OK"));
        if (stage.equals(SITE)) {
            var spot = sketch.spot(seed, station);
            data.put("floodRisk", false);
            data.putObject("location").put("lat", spot.lat()).put("lng", spot.lng());
            data.put("kppsPresent", true).put("linmasPresent", true);
        }
        return data;
    }

    /** What the installation asks for at a stage. */
    private List<String> items(String stage, Place village) {
        return items.computeIfAbsent(stage, key -> {
            var codes = new ArrayList<String>();
            office.get(
                            People.villageAdmin(village),
                            "/api/readiness/entry?size=1&stage=" + stage + "&area=" + village.area())
                    .body()
                    .path("items")
                    .forEach(item -> codes.add(item.path("code").asText()));
            return codes.isEmpty() ? null : codes;
        });
    }

    private Answer finish(String username, String key, Station station, ObjectNode data) {
        return office.finish(username, PROCESS, key, station.tps(), data);
    }

    private static ObjectNode decision(String decision, String note) {
        return Office.object().put("decision", decision).put("note", note + " (karangan)");
    }

    private ObjectNode kpu() {
        return Office.object()
                .put("number", "SIMULASI/001")
                .put("date", office.day().toString())
                .put("relocated", false)
                .put("note", "TPS tetap di tempatnya (karangan).");
    }

    private double when(Station station) {
        return FIRST + (LAST - FIRST) * Dice.of(seed, "site", station.tps()).nextDouble();
    }
}

package id.deskpilkada.simulation.weeks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.simulation.http.Answer;
import id.deskpilkada.simulation.play.Errand;
import id.deskpilkada.simulation.play.Office;
import id.deskpilkada.simulation.world.People;
import id.deskpilkada.simulation.world.Place;
import id.deskpilkada.simulation.world.World;
import java.util.ArrayList;
import java.util.List;

/** The camat name their admins by decree, the admins practise. One village is forgotten; the training of the visitor's district is left to be recorded. */
final class Namings {

    private static final String PROCESS = "admin-assignment";
    private static final int WEEKS_AGO = 4;

    private final Office office;
    private final World world;

    Namings(Office office, World world) {
        this.office = office;
        this.world = world;
    }

    List<Errand> errands() {
        return world.territory().districts().stream().map(this::errand).toList();
    }

    private Errand errand(Place district) {
        var territory = world.territory();
        double share = 0.02
                + 0.2
                        * territory.districts().indexOf(district)
                        / territory.districts().size();
        var errand = new Errand(office.step("NAME_ADMINS", share, () -> name(district)));
        if (territory.villageWithoutAdmin().districtCode().equals(district.code())) {
            return errand;
        }
        errand = errand.then(office.step(
                "FINISH_NAMING",
                share,
                () -> office.finish(
                        People.camat(district), PROCESS, "assign-admins", district.area(), Office.object())));
        if (district.equals(territory.district(world.visitorsVillage()))) {
            return errand;
        }
        for (var village : territory.villagesOf(district)) {
            for (var person : inCharge(village)) {
                errand = errand.then(office.step("PRACTISE", share + 0.1, () -> practise(village, person)));
            }
        }
        return errand.then(office.step("RECORD_TRAINING", share + 0.2, () -> train(district)))
                .then(office.step(
                        "FINISH_TRAINING",
                        share + 0.2,
                        () -> office.finish(
                                People.camat(district), PROCESS, "record-training", district.area(), Office.object())));
    }

    private Answer name(Place district) {
        int number = world.territory().districts().indexOf(district) + 1;
        var body = Office.object()
                .put("skNumber", "800/%02d/SIMULASI".formatted(number))
                .put("skDate", office.day().minusWeeks(WEEKS_AGO).toString());
        var villages = body.putArray("villages");
        world.territory().villagesOf(district).stream()
                .filter(village -> !village.equals(world.territory().villageWithoutAdmin()))
                .forEach(village -> villages.addObject()
                        .put("village", village.code())
                        .putArray("people")
                        .addAll(inCharge(village)));
        return office.put(People.camat(district), "/api/assignments/" + district.code(), body);
    }

    /** The admin of the village, and whoever is the officer of one TPS there. */
    private List<ObjectNode> inCharge(Place village) {
        var people = new ArrayList<ObjectNode>();
        people.add(Office.object()
                .put("username", People.villageAdmin(village))
                .put("position", "Sekretaris desa (karangan)"));
        world.stationsOf(village).stream()
                .filter(station -> world.people().stream()
                        .anyMatch(person -> person.username().equals(People.officer(station))))
                .forEach(station -> people.add(
                        Office.object().put("username", People.officer(station)).put("tps", station.tps())));
        return people;
    }

    private Answer practise(Place village, ObjectNode person) {
        var area = person.path("tps").asText(village.area());
        var body = Office.object()
                .put("id", Office.id("latihan/" + area).toString())
                .put("area", area)
                .put("site", "READY")
                .put("signal", "GOOD");
        return office.post(person.path("username").asText(), "/api/practice-reports", body);
    }

    private Answer train(Place district) {
        var address = "/api/assignments/" + district.code();
        var seen = office.get(People.camat(district), address);
        var attended = JsonNodeFactory.instance.arrayNode();
        seen.body().path("villages").forEach(village -> village.path("people")
                .forEach(person -> attended.add(person.path("id").asLong())));
        return seen.done()
                ? office.put(
                        People.camat(district),
                        address + "/training",
                        Office.object().set("attended", attended))
                : seen;
    }
}

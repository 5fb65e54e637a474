package id.deskpilkada.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.simulation.http.DeskClient;
import id.deskpilkada.simulation.weeks.Places;
import id.deskpilkada.simulation.world.People;
import id.deskpilkada.simulation.world.Station;
import id.deskpilkada.simulation.world.World;

/** What the weeks before the day have left in a demo of one district, asked over HTTP. */
final class WeeksOutcome {

    private static final World WORLD = World.of(20241127, 1);
    private static final String DISTRICT = "36.04.05";

    private final DeskClient desk;
    private final Places places = new Places(WORLD);

    WeeksOutcome(DeskClient desk) {
        this.desk = desk;
    }

    void isAsTheGuideSays() {
        oneVillageHasNoAdmin();
        everyStateOfReadinessIsThere();
        aFloodProneTpsLiesWithBpbd();
        theBlankSpotHasItsPlanAndItsNote();
        officersAreScreenedAndOneReferralIsOpen();
        leadersAreExpectedAndTheDirectoryIsFilled();
    }

    private void oneVillageHasNoAdmin() {
        var district = get("desk1", "/api/assignments/" + DISTRICT);
        assertThat(district.path("gaps").asInt()).isEqualTo(1);
        assertThat(district.path("people").asInt())
                .isGreaterThanOrEqualTo(WORLD.territory().villages().size() - 1);
        assertThat(district.path("skNumber").asText()).endsWith("SIMULASI");
        assertThat(task("camat-360405", "assign-admins")).isTrue();
        assertThat(task("desk1", "call-camat")).isTrue();
        assertThat(task("desk1", "fill-gap")).isTrue();
    }

    private void everyStateOfReadinessIsThere() {
        assertThat(state(places.accepted())).isEqualTo("CONDITIONAL");
        assertThat(state(places.roofless())).isEqualTo("NOT_READY");
        assertThat(readiness(places.blankSpot()).path("siteState").asText()).isEqualTo("READY");
        assertThat(readiness(places.passedOn()).path("notes").findValuesAsText("kind"))
                .contains("PASSED_ON", "KPU_DECIDED");
        var left = WORLD.stationsOf(WORLD.visitorsVillage()).get(1);
        assertThat(state(left)).isEqualTo("UNCHECKED");
        var progress = get("desk1", "/api/progress?kind=READINESS");
        assertThat(progress.path("received").asInt() + progress.path("late").asInt())
                .isGreaterThan(150)
                .isLessThan(progress.path("expected").asInt());
        assertThat(task("desk1", "decide-readiness")).isTrue();
        assertThat(task(People.villageAdmin(WORLD.visitorsVillage()), "check-tps"))
                .isTrue();
    }

    private void aFloodProneTpsLiesWithBpbd() {
        var lists = get("desk1", "/api/risk-handovers").path("items");
        assertThat(lists).anySatisfy(list -> {
            assertThat(list.path("region").asText()).isEqualTo(places.flooded().tps());
            assertThat(list.path("agency").asText()).isEqualTo("bpbd");
            assertThat(list.path("state").asText()).isEqualTo("ACKNOWLEDGED");
        });
        assertThat(task(People.BPBD, "record-measures")).isTrue();
        assertThat(task("desk1", "submit-list")).isTrue();
    }

    private void theBlankSpotHasItsPlanAndItsNote() {
        var tps = places.blankSpot().tps();
        assertThat(get("desk1", "/api/offline-plans").path("items"))
                .singleElement()
                .satisfies(plan -> {
                    assertThat(plan.path("tps").asText()).isEqualTo(tps);
                    assertThat(plan.path("channel").asText()).isEqualTo("COURIER");
                });
        var calls = get(
                        "desk1",
                        "/api/progress/missing?kind=C1&size=200&region="
                                + places.blankSpot().village().code())
                .path("items");
        assertThat(calls)
                .filteredOn(line -> line.path("tps").asText().equals(tps))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.path("note").asText("")).isNotBlank());
    }

    private void officersAreScreenedAndOneReferralIsOpen() {
        assertThat(get("desk1", "/api/screenings/summary")
                        .path("total")
                        .path("screened")
                        .asInt())
                .isEqualTo(54);
        assertThat(task(People.PUSKESMAS, "follow-up-referrals")).isTrue();
        assertThat(task(People.PUSKESMAS, "screen-officers")).isTrue();
    }

    private void leadersAreExpectedAndTheDirectoryIsFilled() {
        assertThat(get("desk1", "/api/visits").path("items")).singleElement().satisfies(visit -> assertThat(
                        visit.path("tps").asText())
                .isEqualTo(places.remote().tps()));
        assertThat(get("desk1", "/api/meetings").path("total").asInt()).isEqualTo(1);
        assertThat(get("desk1", "/api/contacts?size=100").path("items"))
                .isNotEmpty()
                .allSatisfy(
                        contact -> assertThat(contact.path("phone").asText()).startsWith("(0254) 000"));
        assertThat(get("desk1", "/api/map/areas").path("features"))
                .anyMatch(area -> area.path("geometry").path("type").asText().endsWith("Polygon"));
    }

    private String state(Station station) {
        return readiness(station).path("state").asText();
    }

    private JsonNode readiness(Station station) {
        return get("desk1", "/api/readiness/" + station.tps());
    }

    private boolean task(String username, String key) {
        return get(username, "/api/tasks?size=200")
                .path("items")
                .findValuesAsText("key")
                .contains(key);
    }

    private JsonNode get(String username, String path) {
        var answer = desk.get(username, path);
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.body();
    }
}

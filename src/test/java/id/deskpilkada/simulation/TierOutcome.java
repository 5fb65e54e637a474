package id.deskpilkada.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.simulation.http.DeskClient;
import id.deskpilkada.simulation.world.World;

/** How the reports of the tiers have ended in a demo of one district, asked over HTTP. */
final class TierOutcome {

    private static final String DISTRICT = World.of(1, 1).visitorsVillage().districtCode();
    private static final String REGENCY = "36.04";

    private final DeskClient desk;

    TierOutcome(DeskClient desk) {
        this.desk = desk;
    }

    void isAsTheGuideSays() {
        theMorningCameByItself();
        oneReportWasReturnedAndMended();
        oneCamatNeverSealedAndTheRegencySaysSo();
        theLastOneWaitsForTheVisitor();
    }

    private void theMorningCameByItself() {
        assertThat(state("10.00", DISTRICT)).isEqualTo("AUTOMATIC");
        assertThat(state("10.00", REGENCY)).isEqualTo("AUTOMATIC");
    }

    private void oneReportWasReturnedAndMended() {
        var mended = report("13.30", DISTRICT);
        assertThat(mended.path("version").asInt()).isEqualTo(2);
        assertThat(mended.path("state").asText()).isEqualTo("SEALED");
        assertThat(mended.path("cause").asText()).isEqualTo("RETURNED");
        assertThat(mended.path("versions").findValuesAsText("state")).containsExactly("RETURNED", "SEALED");
        assertThat(state("13.30", REGENCY)).isEqualTo("APPROVED");
    }

    private void oneCamatNeverSealedAndTheRegencySaysSo() {
        assertThat(state("19.00", DISTRICT)).isEqualTo("SIGNING");
        var regency = report("19.00", REGENCY);
        assertThat(regency.path("state").asText()).isEqualTo("APPROVED");
        assertThat(regency.at("/snapshot/districts/0/state").asText()).isEqualTo("UNSEALED");
    }

    private void theLastOneWaitsForTheVisitor() {
        assertThat(state("24.00", DISTRICT)).isEqualTo("SIGNING");
        assertThat(state("24.00", REGENCY)).isEqualTo("SIGNING");
        var camat = desk.get("camat-" + DISTRICT.replace(".", ""), "/api/tasks?size=50&process=tier-report");
        assertThat(camat.body().path("items").findValuesAsText("key")).contains("seal-district-report");
    }

    private String state(String slot, String region) {
        return report(slot, region).path("state").asText();
    }

    private JsonNode report(String slot, String region) {
        for (var line :
                get("/api/tier-reports?slot=" + slot + "&region=" + region).path("items")) {
            if (line.path("region").path("code").asText().equals(region)) {
                return get("/api/tier-reports/" + line.path("id").asLong());
            }
        }
        throw new AssertionError("no report " + slot + " of " + region);
    }

    private JsonNode get(String path) {
        var answer = desk.get("desk1", path);
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.body();
    }
}

package id.deskpilkada.simulation.voting;

import id.deskpilkada.simulation.http.Answer;
import id.deskpilkada.simulation.play.Errand;
import id.deskpilkada.simulation.play.Errand.Step;
import id.deskpilkada.simulation.play.Office;
import id.deskpilkada.simulation.world.Station;
import java.time.Clock;
import java.time.Instant;

/** KPU lets voting go on longer where it was halted or began late; the desk writes the decision down. */
final class Extension {

    static final String NUMBER = "SIMULASI/KPU/2024/17";

    private static final double DECIDED = 0.70;
    private static final double LONGER = 0.06;

    private final Office office;
    private final Casting casting;
    private final Hours hours;
    private final Clock clock;

    Extension(Office office, Casting casting, Hours hours, Clock clock) {
        this.office = office;
        this.casting = casting;
        this.hours = hours;
        this.clock = clock;
    }

    /** When the polls close there. */
    static Instant closesAt(Hours hours) {
        return hours.pollsClose().plus(hours.voting().part(LONGER));
    }

    Errand errand() {
        return new Errand(new Step("EXTEND_HOURS", hours.voting().at(DECIDED), this::record));
    }

    private Answer record() {
        if (recordedBefore()) {
            return Office.doneBefore();
        }
        var decision = Office.object()
                .put("kind", "EXTENSION")
                .put("number", NUMBER)
                .put("decidedOn", office.day().toString())
                .put("closesAt", ahead(closesAt(hours)).toString())
                .put("note", "Pemungutan sempat terhenti atau terlambat dibuka (karangan).");
        var tps = decision.putArray("tps");
        casting.extended().stream().map(Station::tps).forEach(tps::add);
        return office.post("desk2", office.roundPath() + "/kpu-decisions", decision);
    }

    private boolean recordedBefore() {
        return office.get("desk2", office.roundPath() + "/kpu-decisions")
                .body()
                .path("items")
                .findValuesAsText("number")
                .contains(NUMBER);
    }

    /** On a slow machine the desk comes to it late; KPU grants hours that are still to come. */
    private Instant ahead(Instant planned) {
        var soon = clock.instant().plus(hours.voting().part(LONGER));
        return planned.isBefore(soon) ? soon : planned;
    }
}

package id.deskpilkada.simulation.weeks;

import id.deskpilkada.simulation.http.Answer;
import id.deskpilkada.simulation.play.Errand;
import id.deskpilkada.simulation.play.Office;
import java.util.List;
import java.util.Set;

/** What the desk arranges with others: a visit of a leader to a TPS that is hard to reach, a meeting with its decisions, and on the eve the report on how ready all are. */
final class Coordination {

    private static final double EVE = Weeks.LOGISTICS_DUE + 0.02;
    private static final Set<String> BEFORE_VOTING = Set.of("PREPARATION", "READINESS");

    private final Office office;
    private final Places places;

    Coordination(Office office, Places places) {
        this.office = office;
        this.places = places;
    }

    List<Errand> errands() {
        return List.of(
                new Errand(office.step("PLAN_VISIT", 0.5, this::visit)),
                new Errand(office.step("RECORD_MEETING", 0.35, this::meeting)),
                new Errand(office.step("REPORT_READINESS", EVE, this::reportReadiness)));
    }

    /** The task opens when the last checks are due. */
    private Answer reportReadiness() {
        var round = office.get("desk1", office.roundPath());
        if (!BEFORE_VOTING.contains(round.body().path("stage").asText())) {
            return Office.doneBefore();
        }
        var report = Office.object().put("note", "Dilaporkan kepada Sekda; sisa kekurangan dipantau (karangan).");
        return office.finish(
                "desk1",
                "election-round",
                "report-readiness",
                round.body().path("code").asText(),
                report);
    }

    private Answer visit() {
        return office.post(
                "desk2",
                "/api/visits",
                Office.object()
                        .put("tps", places.remote().tps())
                        .put("leader", "sekda")
                        .put("reason", "Jalan ke TPS rusak dan jauh dari kantor kecamatan (karangan)."));
    }

    private Answer meeting() {
        var meeting = Office.object()
                .put("subject", "SIMULASI: rapat koordinasi kesiapan pemungutan suara")
                .put("heldAt", office.at(0.3).toString())
                .put("place", "Ruang rapat Setda (karangan)")
                .put("chair", "Sekda")
                .put("summary", "TPS rawan banjir, blank spot, dan desa tanpa admin dibahas (karangan).");
        meeting.putArray("participants")
                .add("KPU")
                .add("Bawaslu")
                .add("Polres")
                .add("BPBD")
                .add("Diskominfo");
        var decisions = meeting.putArray("decisions");
        decisions
                .addObject()
                .put("text", "Tenda dan pompa air siap di TPS rawan banjir")
                .put("inCharge", "BPBD")
                .put("dueOn", office.day().toString());
        decisions
                .addObject()
                .put("text", "Camat menunjuk admin desa yang masih kosong")
                .put("inCharge", "Bagian Tata Pemerintahan")
                .put("dueOn", office.day().toString());
        return office.post("desk1", "/api/meetings", meeting);
    }
}

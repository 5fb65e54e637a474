package id.deskpilkada.simulation.weeks;

import id.deskpilkada.simulation.http.Answer;
import java.util.List;

/** What the desk arranges with others: a visit of a leader to a TPS that is hard to reach, and a meeting with its decisions. */
final class Coordination {

    private final Office office;
    private final Places places;

    Coordination(Office office, Places places) {
        this.office = office;
        this.places = places;
    }

    List<Errand> errands() {
        return List.of(
                new Errand(office.step("PLAN_VISIT", 0.5, this::visit)),
                new Errand(office.step("RECORD_MEETING", 0.35, this::meeting)));
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

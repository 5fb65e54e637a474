package id.deskpilkada.simulation.weeks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.simulation.http.Answer;
import id.deskpilkada.simulation.play.Errand;
import id.deskpilkada.simulation.play.Office;
import id.deskpilkada.simulation.world.People;
import java.util.List;

/** One TPS that is prone to floods goes to BPBD, which confirms and begins; its report of what it has done is left to the visitor. */
final class Handovers {

    private static final String PROCESS = "risk-mitigation";
    private static final String FLOOD = "FLOOD";

    private final Office office;
    private final Places places;

    Handovers(Office office, Places places) {
        this.office = office;
        this.places = places;
    }

    List<Errand> errands() {
        var tps = places.flooded().tps();
        return List.of(new Errand(office.step("HAND_OVER", 0.15, this::handOver))
                .then(office.step(
                        "CONFIRM_LIST",
                        0.25,
                        () -> office.finish(
                                People.BPBD,
                                PROCESS,
                                "confirm-list",
                                tps,
                                Office.object().put("accepted", true))))
                .then(office.step("MITIGATE", 0.45, this::mitigate)));
    }

    private Answer handOver() {
        var list = Office.object()
                .put("agency", "bpbd")
                .put("region", places.flooded().tps())
                .put("note", "Halaman TPS terendam setiap hujan deras (karangan).");
        list.putArray("indicators").add(FLOOD);
        return office.post("desk2", "/api/risk-handovers", list);
    }

    private Answer mitigate() {
        return office.task(
                        People.BPBD,
                        PROCESS,
                        "record-measures",
                        places.flooded().tps())
                .map(task -> {
                    var measures = Office.object();
                    measures.putArray("measures")
                            .add(measure("Tenda dan pompa air disiapkan di balai desa")
                                    .put("doneOn", office.day().toString()))
                            .add(measure("Perahu karet siaga sejak malam sebelum hari pemungutan"));
                    var list = task.path("subject").asText().split("/")[2];
                    return office.put(People.BPBD, "/api/risk-handovers/" + list + "/measures", measures);
                })
                .orElseGet(Office::notYet);
    }

    private ObjectNode measure(String what) {
        return Office.object()
                .put("id", Office.id("tindakan/" + what).toString())
                .put("region", places.flooded().tps())
                .put("indicator", FLOOD)
                .put("what", what + " (karangan)")
                .put("dueOn", office.day().toString());
    }
}

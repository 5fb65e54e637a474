package id.deskpilkada.simulation.incident;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.simulation.http.Answer;
import id.deskpilkada.simulation.play.Errand;
import id.deskpilkada.simulation.play.Office;
import id.deskpilkada.simulation.world.Station;

/** PLN does not answer: channel after channel and office after office is tried, the desk is to call, the leader on duty is told; in the end somebody picks up. */
final class SilentAgency {

    static final String PLN = "pln";

    private static final int SEVERITY = 2;
    /** The shortest clocks that the application allows; an hour is longer than the whole demo. */
    private static final int TO_CONFIRM = 30;

    private static final int TO_NEXT_CONTACT = 15;

    private final Office office;
    private final Scenes scenes;

    SilentAgency(Office office, Scenes scenes) {
        this.office = office;
        this.scenes = scenes;
    }

    Errand errand() {
        Station station = scenes.dark();
        var story = new Story(office, "listrik padam");
        return story.then(0, "SET_RESPONSE_TARGET", this::shortenClocks)
                .reported(
                        0.01,
                        scenes.reporter(station),
                        station.tps(),
                        GraveStories.told(
                                "POWER_NETWORK",
                                "Listrik padam dari jam 4 pagi, ruang TPS gelap. Genset desa rusak, mohon PLN."))
                .triaged(0.02, SEVERITY, "TPS di dalam gedung, perlu lampu.", PLN)
                .then(0.42, "CALL_AGENCY", () -> story.incident().reachedByTelephone(PLN, reached()))
                .then(0.50, "NOTE_DONE_BY_PHONE", () -> story.incident().answered(Case.DESK, PLN, "/close", done()))
                .closed(0.53, "Listrik menyala lagi. Pesan ke PLN tidak dijawab; nomor piket perlu diperbarui.")
                .errand();
    }

    private Answer shortenClocks() {
        var targets = office.get(Case.DESK, "/api/response-targets");
        for (var target : targets.body().path("items")) {
            if (target.path("severity").asInt() == SEVERITY) {
                ObjectNode shorter = target.deepCopy();
                return office.put(
                        Case.DESK,
                        "/api/response-targets",
                        shorter.put("acknowledgeSeconds", TO_CONFIRM).put("stepSeconds", TO_NEXT_CONTACT));
            }
        }
        return targets.done() ? Office.notYet() : targets;
    }

    private static ObjectNode reached() {
        return Office.object()
                .put("answer", "ACKNOWLEDGED")
                .put("by", "Operator piket PLN")
                .put("note", "Ditelepon tiga kali, baru diangkat. Petugas gardu berangkat.");
    }

    private static ObjectNode done() {
        return Office.object()
                .put("by", "Operator piket PLN")
                .put("outcome", "Sekring gardu diganti, listrik menyala (dikabarkan lewat telepon).");
    }
}

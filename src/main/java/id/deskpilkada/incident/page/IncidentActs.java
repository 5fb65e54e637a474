package id.deskpilkada.incident.page;

import id.deskpilkada.incident.IncidentDecisions;
import id.deskpilkada.incident.dispatch.AnswerDesk;
import id.deskpilkada.incident.dispatch.Dispatch;
import id.deskpilkada.incident.dispatch.Reply;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the buttons of the page do; each does what the task of the same step does. */
@Service
class IncidentActs {

    static final String MERGE = "gabung";

    /** A note, or what an agency has said, is true whatever others have done meanwhile. */
    private static final Set<String> ALWAYS_TRUE = Set.of("catat", "telepon", "pengganti");

    private static final Set<String> ENDING = Set.of("tolak", MERGE, "tutup");
    private static final String UNREACHED = "tidak";

    private final IncidentDecisions decisions;
    private final AnswerDesk desk;
    private final Regions regions;

    IncidentActs(IncidentDecisions decisions, AnswerDesk desk, Regions regions) {
        this.decisions = decisions;
        this.desk = desk;
        this.regions = regions;
    }

    /** @throws Problem 409 {@code INCIDENT_CHANGED} when others have decided something since the page was shown, else as {@link IncidentDecisions} and {@link AnswerDesk} */
    @Transactional
    public void take(long id, Typed typed, Actor actor) {
        var act = typed.word("tindakan");
        if (!ALWAYS_TRUE.contains(act)) {
            decisions.requireSeen(
                    id, typed.key("versi"), act.equals(MERGE) ? typed.key("ke") : null, ENDING.contains(act));
        }
        var text = typed.optional("keterangan");
        switch (act) {
            case "nilai" -> decisions.handle(id, number(typed, "tingkat"), typed.all("instansi"), text, actor);
            case "tolak" -> decisions.reject(id, text, actor);
            case MERGE -> decisions.merge(id, typed.key("ke"), actor);
            case "tingkat" -> decisions.grade(id, number(typed, "tingkat"), text, actor);
            case "kirim" -> decisions.send(id, typed.word("instansi"), actor);
            case "terhenti" -> decisions.halt(id, actor);
            case "teruskan" -> decisions.passedOn(id, text, actor);
            case "tutup" ->
                decisions.close(id, text, typed.number("korban"), typed.time("dilanjutkan", regions.zone()), actor);
            case "buka" -> decisions.reopen(id, text, actor);
            case "catat" -> decisions.note(id, text, actor);
            case "telepon" -> call(id, typed, actor);
            case "pengganti" ->
                ofThis(id, desk.replace(typed.key("penugasan"), actor, typed.optional("instansi"), text));
            default -> throw Problem.unprocessable("ANSWER_UNKNOWN");
        }
    }

    private void call(long id, Typed typed, Actor actor) {
        var text = typed.optional("keterangan");
        var dispatch = typed.key("penugasan");
        var answer = typed.word("jawaban");
        ofThis(
                id,
                answer.equals(UNREACHED)
                        ? desk.called(dispatch, actor, text)
                        : desk.byPerson(dispatch, actor, typed.optional("nama"), Reply.pressed(answer, text)));
    }

    private static void ofThis(long id, Dispatch dispatch) {
        if (dispatch.incidentId() != id) {
            throw Problem.notFound("UNKNOWN_DISPATCH");
        }
    }

    private static int number(Typed typed, String name) {
        return Objects.requireNonNullElse(typed.number(name), 0);
    }
}

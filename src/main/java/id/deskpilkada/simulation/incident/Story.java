package id.deskpilkada.simulation.incident;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.simulation.http.Answer;
import id.deskpilkada.simulation.play.Errand;
import id.deskpilkada.simulation.play.Errand.Step;
import id.deskpilkada.simulation.play.Office;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The steps of one incident in the hours of voting, written one after the other. */
final class Story {

    private final Office office;
    private final String about;
    private final Case incident;
    private final List<Step> steps = new ArrayList<>();

    /** @param about what the log names when a step fails */
    Story(Office office, String about) {
        this.office = office;
        this.about = about;
        this.incident = new Case(office);
    }

    Case incident() {
        return incident;
    }

    /** @param share of the hours of voting that is over when the step comes */
    Story then(double share, String name, Supplier<Answer> act) {
        steps.add(office.step(name, share, act));
        return this;
    }

    Story reported(double share, String username, String place, ObjectNode data) {
        return then(share, "REPORT_INCIDENT", () -> incident.reported(username, about, place, office.at(share), data));
    }

    Story triaged(double share, int severity, String note, String... agencies) {
        return then(share, "TRIAGE", () -> incident.triaged(severity, note, agencies));
    }

    Story confirmed(double share, String username, String agency) {
        return answered(share, "CONFIRM", username, agency, "/acknowledge", Office.object());
    }

    Story onTheWay(double share, String username, String agency) {
        return answered(
                share, "GO", username, agency, "/progress", Office.object().put("state", "ON_THE_WAY"));
    }

    Story arrived(double share, String username, String agency) {
        return answered(
                share, "ARRIVE", username, agency, "/progress", Office.object().put("state", "ARRIVED"));
    }

    Story finished(double share, String username, String agency, String outcome) {
        return answered(
                share, "FINISH", username, agency, "/close", Office.object().put("outcome", outcome));
    }

    private Story answered(double share, String name, String username, String agency, String act, ObjectNode answer) {
        return then(share, name, () -> incident.answered(username, agency, act, answer));
    }

    Story closed(double share, String outcome) {
        return closed(share, Office.object().put("outcome", outcome));
    }

    Story closed(double share, ObjectNode outcome) {
        return then(share, "CLOSE_INCIDENT", () -> incident.closed(outcome));
    }

    Errand errand() {
        return new Errand(about, steps);
    }
}

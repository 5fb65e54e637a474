package id.deskpilkada.incident;

import id.deskpilkada.fieldreport.StationRisk;
import id.deskpilkada.platform.engine.Decisions;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How grave an incident is before anybody has looked: the table {@code incident-triage}, and never less than what whoever noticed it knows. */
@Component
class Assessment {

    private static final String TABLE = "incident-triage";

    private final Decisions tables;
    private final ObjectProvider<StationRisk> risks;

    Assessment(Decisions tables, ObjectProvider<StationRisk> risks) {
        this.tables = tables;
        this.risks = risks;
    }

    int severity(IncidentDraft draft) {
        var what = draft.what();
        Map<String, Object> facts = Map.of(
                "category",
                what.category().name(),
                "lifeInDanger",
                what.needsAmbulance() || what.lifeInDanger(),
                "peopleHurt",
                what.peopleHurt(),
                "votingHalted",
                what.votingHalted(),
                "highRisk",
                risks.orderedStream().anyMatch(risk -> risk.isHigh(draft.roundId(), draft.area())));
        var severity =
                (Number) Objects.requireNonNull(tables.decide(TABLE, facts).get("severity"));
        return Math.max(severity.intValue(), draft.leastSeverity());
    }
}

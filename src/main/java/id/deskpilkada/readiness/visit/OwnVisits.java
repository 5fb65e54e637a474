package id.deskpilkada.readiness.visit;

import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Page;
import id.deskpilkada.readiness.VisitsToMake;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A leader's planned visits, for a telephone that keeps them without network. */
@Component
class OwnVisits implements VisitsToMake {

    private static final int MOST = 50;

    private final VisitRows rows;
    private final VisitMessages labels;

    OwnVisits(VisitRows rows, VisitMessages labels) {
        this.rows = rows;
        this.labels = labels;
    }

    @Override
    @Transactional(readOnly = true)
    public List<ToMake> of(RoundRef round, Actor actor) {
        return rows.listed(round.id(), "", actor.id(), Visit.State.PLANNED, Page.window(0, MOST)).items().stream()
                .map(visit ->
                        new ToMake(visit.id(), visit.tps(), labels.station(visit.tps()), visit.dueAt(), visit.reason()))
                .toList();
    }
}

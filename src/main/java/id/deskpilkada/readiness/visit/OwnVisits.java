package id.deskpilkada.readiness.visit;

import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.readiness.VisitsToMake;
import id.deskpilkada.staff.Person;
import id.deskpilkada.staff.Staff;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Planned visits, for a leader's telephone that keeps them without network and for whoever takes down what a leader tells. */
@Component
class OwnVisits implements VisitsToMake {

    private static final int MOST = 50;

    private final VisitRows rows;
    private final VisitMessages labels;
    private final Staff staff;

    OwnVisits(VisitRows rows, VisitMessages labels, Staff staff) {
        this.rows = rows;
        this.labels = labels;
        this.staff = staff;
    }

    @Override
    @Transactional(readOnly = true)
    public List<ToMake> of(RoundRef round, Actor actor) {
        return rows.listed(round.id(), "", actor.id(), Visit.State.PLANNED, Page.window(0, MOST)).items().stream()
                .map(visit ->
                        new ToMake(visit.id(), visit.tps(), labels.station(visit.tps()), visit.dueAt(), visit.reason()))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Planned> to(RoundRef round, String tps, Actor actor) {
        if (!actor.may(Permission.PLAN_VISITS, tps)) {
            return List.of();
        }
        return rows.listed(round.id(), tps, 0, Visit.State.PLANNED, Page.window(0, MOST)).items().stream()
                .map(visit -> new Planned(
                        visit.id(),
                        staff.person(visit.leaderId()).map(Person::username).orElse(""),
                        staff.name(visit.leaderId()),
                        visit.dueAt()))
                .toList();
    }
}

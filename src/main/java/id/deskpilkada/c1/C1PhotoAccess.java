package id.deskpilkada.c1;

import id.deskpilkada.fieldreport.FieldReport;
import id.deskpilkada.fieldreport.PhotoAccess;
import id.deskpilkada.platform.Actor;
import org.springframework.stereotype.Component;

/** Opens a form's photos to verifiers from outside its district while they may take it. */
@Component
class C1PhotoAccess implements PhotoAccess {

    private final C1FormRepository forms;
    private final C1People people;
    private final C1Reach reach;

    C1PhotoAccess(C1FormRepository forms, C1People people, C1Reach reach) {
        this.forms = forms;
        this.people = people;
        this.reach = reach;
    }

    @Override
    public boolean maySee(Actor actor, FieldReport report) {
        if (report.tps() == null || report.raceId() == null) {
            return false;
        }
        return reach.opened(actor, report.roundId(), report.raceId(), report.tps())
                || forms.find(report.roundId(), report.raceId(), report.tps())
                        .filter(form -> people.couldVerify(actor, form))
                        .isPresent();
    }
}

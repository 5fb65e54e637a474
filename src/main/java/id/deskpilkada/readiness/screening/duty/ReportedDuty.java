package id.deskpilkada.readiness.screening.duty;

import id.deskpilkada.fieldreport.OfficersReported;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes over what the reports of the day say of the officers, as if it had been checked in. */
@Component
class ReportedDuty {

    private final DutyCheckins checkins;

    ReportedDuty(DutyCheckins checkins) {
        this.checkins = checkins;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(OfficersReported reported) {
        checkins.take(reported);
    }
}

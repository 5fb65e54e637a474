package id.deskpilkada.dashboard.day;

import id.deskpilkada.election.Elections;
import id.deskpilkada.expectation.SlotReports;
import id.deskpilkada.notification.Inbox;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.work.OwnWork;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts what waits for somebody. */
@Component
public class WaitingFor {

    private final OwnWork work;
    private final Inbox inbox;
    private final SlotReports reports;
    private final Elections elections;

    WaitingFor(OwnWork work, Inbox inbox, SlotReports reports, Elections elections) {
        this.work = work;
        this.inbox = inbox;
        this.reports = reports;
        this.elections = elections;
    }

    @Transactional(readOnly = true)
    public Waiting of(Actor actor) {
        var mayCall = actor.areas(Permission.CALL_REPORTERS);
        return new Waiting(
                work.of(actor),
                inbox.unread(actor.id()),
                mayCall.isEmpty() ? 0 : reports.overdue(elections.roundsThatCount(), mayCall));
    }
}

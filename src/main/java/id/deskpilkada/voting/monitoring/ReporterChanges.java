package id.deskpilkada.voting.monitoring;

import id.deskpilkada.platform.Scope;
import id.deskpilkada.staff.AccessLost;
import id.deskpilkada.staff.RolesGiven;
import id.deskpilkada.staff.Staff;
import java.util.Collection;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves the tasks of the hour when a TPS gets an officer of its own, or loses the last one. Everybody else follows by their role. */
@Component
class ReporterChanges {

    private static final String OFFICER = "tps-officer";
    private static final String WORK = "voting-reporters";

    private final Watches watches;
    private final VillageSlots villages;
    private final VotingMonitoring monitoring;
    private final Staff staff;

    ReporterChanges(Watches watches, VillageSlots villages, VotingMonitoring monitoring, Staff staff) {
        this.watches = watches;
        this.villages = villages;
        this.monitoring = monitoring;
        this.staff = staff;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void given(RolesGiven given) {
        renew(given.places(OFFICER));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void lost(AccessLost lost) {
        Scope.system(WORK, () -> {
            var left = watches.leftToOfficers();
            var held = staff.held(OFFICER, left);
            renew(left.stream().filter(tps -> !held.contains(tps)).toList());
        });
    }

    private void renew(Collection<String> tps) {
        if (!tps.isEmpty()) {
            Scope.system(WORK, () -> watches.openOf(tps)
                    .forEach(open -> monitoring.renew(villages.of(open.roundId(), open.slot(), open.villageArea()))));
        }
    }
}

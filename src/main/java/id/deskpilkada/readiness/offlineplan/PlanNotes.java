package id.deskpilkada.readiness.offlineplan;

import id.deskpilkada.expectation.CallNotes;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.PhoneNumber;
import id.deskpilkada.readiness.Connectivity;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells whoever calls after a missing report that the TPS has no signal, and who brings its reports when. */
@Component
@Order(1)
class PlanNotes implements CallNotes {

    private final PlanRows rows;
    private final Messages messages;

    PlanNotes(PlanRows rows, Messages messages) {
        this.rows = rows;
        this.messages = messages;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> notes(long roundId, Collection<String> tps) {
        var notes = new HashMap<String, String>();
        rows.connectivity(roundId, tps).forEach((station, connectivity) -> {
            if (connectivity == Connectivity.NONE) {
                notes.put(station, messages.text("offline.note.none"));
            }
        });
        rows.holding(roundId, tps).forEach((station, version) -> notes.put(station, note(version.plan())));
        return notes;
    }

    Optional<String> plan(long roundId, String tps) {
        return rows.holding(roundId, tps).map(version -> note(version.plan()));
    }

    Map<String, String> plans(long roundId, Collection<String> tps) {
        var plans = new HashMap<String, String>();
        rows.holding(roundId, tps).forEach((station, version) -> plans.put(station, note(version.plan())));
        return plans;
    }

    private String note(OfflinePlan plan) {
        var way = messages.text("offline.channel." + plan.channel());
        var person = plan.personName() + " "
                + PhoneNumber.of(plan.personPhone()).map(PhoneNumber::readable).orElse(plan.personPhone());
        var times = String.join(", ", plan.times()).replace(':', '.');
        var point = plan.signalPoint();
        return point == null
                ? messages.text("offline.note", way, person, times)
                : messages.text("offline.note.point", way, person, times, point);
    }
}

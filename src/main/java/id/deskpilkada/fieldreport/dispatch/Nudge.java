package id.deskpilkada.fieldreport.dispatch;

import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Crew;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Wakes this node's workers when a report was stored here, so that it need not wait for their next look. */
@Component
public class Nudge {

    private final Map<Lane, Crew.Bell> bells = new EnumMap<>(Lane.class);

    Nudge() {
        for (var lane : Lane.values()) {
            bells.put(lane, new Crew.Doorbell());
        }
    }

    public void stored(ReportKind kind) {
        of(Lane.of(kind)).ring();
    }

    Crew.Bell of(Lane lane) {
        return Objects.requireNonNull(bells.get(lane));
    }
}

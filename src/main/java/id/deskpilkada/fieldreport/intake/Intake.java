package id.deskpilkada.fieldreport.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.fieldreport.Acknowledgement;
import id.deskpilkada.fieldreport.dispatch.Nudge;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The one way in: a report is stored once under its id, and whoever sends it again gets the same receipt. */
@Component
public class Intake {

    private final Admission admission;
    private final LedgerEntries entries;
    private final Nudge nudge;
    private final Counter acknowledged;

    Intake(Admission admission, LedgerEntries entries, Nudge nudge, MeterRegistry meters) {
        this.admission = admission;
        this.entries = entries;
        this.nudge = nudge;
        this.acknowledged = meters.counter("desk.ledger.acknowledged");
    }

    /** @throws Problem 422 with every field that is wrong, 403 {@code NOT_YOUR_TPS}, 409 {@code REPORT_CONFLICT} */
    public Acknowledgement acknowledge(UUID id, byte[] json, Actor actor) {
        return acknowledge(id, json, actor.id(), report -> admission.admit(id, report, actor));
    }

    /**
     * The same for a report that its reporter wrote in an SMS: nobody took it down, so that the reporter stands behind it alone, unless somebody had to say whose number it is.
     *
     * @param sender whose SMS it is
     * @param typist who said so; the sender where the staff list does
     */
    public Acknowledgement acknowledgeText(UUID id, byte[] json, Actor sender, long typist) {
        return acknowledge(id, json, typist, report -> admission.admitText(id, report, sender, typist));
    }

    private Acknowledgement acknowledge(
            UUID id, byte[] json, long typist, Function<ObjectNode, Admission.Admitted> admit) {
        var payload = StrictJson.text(json);
        var report = StrictJson.object(payload);
        var canonical = CanonicalJson.of(report);
        Admission.Admitted admitted;
        try {
            admitted = admit.apply(report);
        } catch (Problem refused) {
            // The round may be over or the sender may have moved since: what was acknowledged once stays acknowledged.
            return entries.same(id, canonical, typist).orElseThrow(() -> refused);
        }
        return entries.append(admitted.report(), payload, canonical, admitted.photos())
                .map(stored -> {
                    nudge.stored(admitted.report().kind());
                    acknowledged.increment();
                    return stored;
                })
                .or(() -> entries.same(id, canonical, typist))
                .orElseThrow(() -> Problem.conflict("REPORT_CONFLICT", id.toString()));
    }
}

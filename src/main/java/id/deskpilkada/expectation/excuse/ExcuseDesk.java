package id.deskpilkada.expectation.excuse;

import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Excuses as a page gives them: fields as they were written. */
@Service
public class ExcuseDesk {

    private final Excuses excuses;
    private final ExcuseCheck check;

    ExcuseDesk(Excuses excuses, ExcuseCheck check) {
        this.excuses = excuses;
        this.check = check;
    }

    /**
     * @return how many reports are let off now
     * @throws id.deskpilkada.platform.Problem 403 {@code OUTSIDE_SCOPE}, 409 {@code ALREADY_REPORTED}, 422 {@code MALFORMED}
     */
    public int excuse(
            @Nullable ReportKind kind,
            @Nullable String slot,
            @Nullable String race,
            List<String> tps,
            String reason,
            @Nullable String election,
            @Nullable String round,
            Actor actor) {
        return excuses.excuse(
                        check.read(new ExcuseRequest(kind, slot, race, List.copyOf(tps), reason, election, round)),
                        actor)
                .excused();
    }

    /** @throws id.deskpilkada.platform.Problem 404 {@code UNKNOWN_EXCUSE}, 409 {@code EXCUSE_OVER}, 422 {@code MALFORMED} */
    public void withdraw(long id, String reason, Actor actor) {
        excuses.withdraw(id, ExcuseCheck.reason(reason), actor);
    }
}

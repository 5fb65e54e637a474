package id.deskpilkada.fieldreport.intake;

import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.fieldreport.ReportSource;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.staff.Staff;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may report on a place, in which way, and for whom. */
@Component
class Reporters {

    private final Staff staff;

    Reporters(Staff staff) {
        this.staff = staff;
    }

    /** @throws Problem 403 {@code NOT_YOUR_TPS} */
    void requirePlace(Actor actor, String area, ReportKind kind) {
        if (!actor.may(kind.permission(), area) && !actor.may(Permission.REPORT_FOR_OTHERS, area)) {
            throw Problem.forbidden("NOT_YOUR_TPS", area);
        }
    }

    /**
     * Key of the person who reports: the actor; or, for a report taken down for someone, that person when it is a member of staff who reports on the place. Callers without
     * an account are named in the payload only, and whoever typed answers for them. Whoever wrote an SMS reports, and took nothing down.
     */
    long reporter(ReportFields fields, Actor actor, String area, ReportKind kind, ReportSource source, boolean bySms) {
        var onBehalfOf = fields.text("onBehalfOf");
        if (source == ReportSource.APP) {
            if (!actor.may(kind.permission(), area)) {
                fields.wrong("source", source.name(), "SOURCE_NOT_ALLOWED");
            }
            if (onBehalfOf != null) {
                fields.wrong("onBehalfOf", onBehalfOf, "ON_BEHALF_OF_WITH_APP");
            }
            return actor.id();
        }
        if (bySms && source == ReportSource.SMS && actor.username().equals(onBehalfOf)) {
            if (!actor.may(kind.permission(), area)) {
                throw Problem.forbidden("NOT_YOUR_TPS", area);
            }
            return actor.id();
        }
        if (!actor.may(Permission.REPORT_FOR_OTHERS, area)) {
            fields.wrong("source", source.name(), "SOURCE_NOT_ALLOWED");
        }
        return known(fields.required("onBehalfOf"), area, kind, actor);
    }

    private long known(@Nullable String onBehalfOf, String area, ReportKind kind, Actor typist) {
        if (onBehalfOf == null || onBehalfOf.indexOf(' ') >= 0) {
            return typist.id();
        }
        return staff.actor(onBehalfOf.toLowerCase(Locale.ROOT))
                .filter(person -> person.may(kind.permission(), area))
                .map(Actor::id)
                .orElse(typist.id());
    }
}

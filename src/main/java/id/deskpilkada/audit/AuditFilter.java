package id.deskpilkada.audit;

import java.time.ZoneId;
import java.util.Objects;

/** What is asked of the trail, as the address says it: days or times with offset, a user name, digits of a place and a code of what was done; empty for all. */
record AuditFilter(String from, String to, String person, String area, String action) {

    AuditFilter {
        from = Objects.requireNonNullElse(from, "");
        to = Objects.requireNonNullElse(to, "");
        person = Objects.requireNonNullElse(person, "");
        area = Objects.requireNonNullElse(area, "");
        action = Objects.requireNonNullElse(action, "");
    }

    /**
     * @param facts whether digests of rows are wanted too when no action is named
     * @throws id.deskpilkada.platform.Problem 422 with every part that cannot be read
     */
    AuditQuestion question(boolean facts, ZoneId zone) {
        return AuditQuestion.of(from, to, person, area, action, facts, zone);
    }
}

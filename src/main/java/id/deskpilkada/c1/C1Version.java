package id.deskpilkada.c1;

import id.deskpilkada.c1.written.C1Data;
import id.deskpilkada.c1.written.C1Rules;
import id.deskpilkada.c1.written.RuleResult;
import id.deskpilkada.fieldreport.ReportSource;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One copy of a form as somebody wrote it, with the rules as they stood when it arrived; never changed.
 *
 * @param reportId the field report it came with; null for a version that a decision or a look at the photo made
 * @param reporterId whose copy it is; {@code enteredById} is who typed it
 */
record C1Version(
        int no,
        Origin origin,
        @Nullable UUID reportId,
        C1Data data,
        List<RuleResult> rules,
        String source,
        long reporterId,
        long enteredById,
        @Nullable String reason,
        Instant capturedAt) {

    enum Origin {
        FIRST,
        OWN_CORRECTION,
        /** The same numbers with those that an SMS had no room for. */
        COMPLETION,
        CONFLICT,
        LATE_CORRECTION,
        DECISION
    }

    /** Whether it came by SMS, which holds the votes and little else: what it does not name may stand on the paper all the same. */
    boolean brief() {
        return source.equals(ReportSource.SMS.name());
    }

    boolean by(long person) {
        return origin != Origin.DECISION && (reporterId == person || enteredById == person);
    }

    boolean consistent() {
        return C1Rules.consistent(rules);
    }

    /** An absurd figure never enters a total. */
    boolean countable() {
        return rules.stream().noneMatch(rule -> rule.code().equals("E10") && rule.failed());
    }
}

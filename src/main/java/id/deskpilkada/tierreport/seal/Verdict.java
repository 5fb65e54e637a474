package id.deskpilkada.tierreport.seal;

import id.deskpilkada.tierreport.TierReport;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of somebody's copy of a report.
 *
 * @param report the version that the code names; null for UNKNOWN
 * @param seal its seal; null for UNKNOWN
 * @param newest code of the settled version that counts now; the report's own where it does; null where there is none, and for UNKNOWN
 */
public record Verdict(Answer answer, @Nullable TierReport report, @Nullable Seal seal, @Nullable String newest) {

    /** Words of the verification page. */
    public enum Answer {
        /** Sealed here, to the byte, and the version that counts. */
        GENUINE,
        /** Its code is known, its contents are not those that were sealed. */
        ALTERED,
        /** Sealed here and unaltered; a later version counts instead, or it was given back. */
        SUPERSEDED,
        /** Nothing was sealed under this code. */
        UNKNOWN
    }

    static Verdict unknown() {
        return new Verdict(Answer.UNKNOWN, null, null, null);
    }
}

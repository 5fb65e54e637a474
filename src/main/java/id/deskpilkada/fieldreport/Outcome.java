package id.deskpilkada.fieldreport;

import java.util.List;

/** How a feature settled a report that it could take: as a fact, or as overtaken by what is known already; with reasons for the reporter where there are any. */
public record Outcome(ReportState state, List<Reason> reasons) {

    public static final Outcome ACCEPTED = new Outcome(ReportState.ACCEPTED, List.of());
    public static final Outcome SUPERSEDED = new Outcome(ReportState.SUPERSEDED, List.of());

    public Outcome {
        if (state == ReportState.STORED) {
            throw new IllegalArgumentException("an outcome settles the report");
        }
        reasons = List.copyOf(reasons);
    }

    public static Outcome accepted(Reason... reasons) {
        return new Outcome(ReportState.ACCEPTED, List.of(reasons));
    }

    public static Outcome superseded(Reason... reasons) {
        return new Outcome(ReportState.SUPERSEDED, List.of(reasons));
    }

    /** A rule of the world forbids the report, e.g. one for a TPS that is not part of the round. */
    public static Outcome rejected(Reason... reasons) {
        return new Outcome(ReportState.REJECTED, List.of(reasons));
    }
}

package id.deskpilkada.fieldreport;

import id.deskpilkada.platform.Permission;

/** What a field report is about. */
public enum ReportKind {
    READINESS,
    VOTING,
    SITUATION,
    C1,
    C1_PHOTOS,
    INCIDENT,
    VISIT;

    /** Whether the report is about one race of a TPS. */
    public boolean needsRace() {
        return this == C1 || this == C1_PHOTOS;
    }

    /** Whether its photos show votes, names and signatures. */
    public boolean showsVotes() {
        return needsRace();
    }

    /** What it takes to report it oneself: visits are confirmed by those who lead, and incidents told by everybody in the field. */
    public Permission permission() {
        return switch (this) {
            case VISIT -> Permission.REPORT_VISIT;
            case INCIDENT -> Permission.REPORT_INCIDENTS;
            default -> Permission.REPORT;
        };
    }

    public boolean needsTps() {
        return needsRace() || this == READINESS || this == VOTING || this == VISIT;
    }

    /** Whether the schedule asks for this report several times, so that it has to say which one it is. */
    public boolean needsSlot() {
        return this == VOTING || this == SITUATION;
    }
}

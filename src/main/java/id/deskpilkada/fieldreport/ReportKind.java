package id.deskpilkada.fieldreport;

/** What a field report is about. */
public enum ReportKind {
    READINESS,
    VOTING,
    SITUATION,
    C1,
    C1_PHOTOS,
    INCIDENT;

    /** Whether the report is about one race of a TPS. */
    public boolean needsRace() {
        return this == C1 || this == C1_PHOTOS;
    }

    /** Whether its photos show votes, names and signatures. */
    public boolean showsVotes() {
        return needsRace();
    }

    public boolean needsTps() {
        return needsRace() || this == READINESS || this == VOTING;
    }

    /** Whether the schedule asks for this report several times, so that it has to say which one it is. */
    public boolean needsSlot() {
        return this == VOTING || this == SITUATION;
    }
}

package id.deskpilkada.fieldreport;

/** How far a report has come: stored, then settled once as taken over, refused by a rule of the world, or overtaken. */
public enum ReportState {
    STORED,
    ACCEPTED,
    REJECTED,
    SUPERSEDED
}

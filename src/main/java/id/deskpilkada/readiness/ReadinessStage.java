package id.deskpilkada.readiness;

/** What a readiness report is about. */
public enum ReadinessStage {
    /** The place and the people, checked a week before the day. */
    SITE,
    /** The sealed logistics, checked when they have arrived, the day before at the latest. */
    LOGISTICS
}

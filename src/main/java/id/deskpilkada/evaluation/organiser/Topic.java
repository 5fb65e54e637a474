package id.deskpilkada.evaluation.organiser;

/** What the figures of a table are about, in the order of the document. */
enum Topic {
    OPENING,
    HALTS,
    LOGISTICS,
    TURNOUT,
    C1,
    INCIDENTS,
    RESPONSE,
    REPORTS
}

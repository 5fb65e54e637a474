package id.deskpilkada.readiness.risk.handover;

/** How far a list has come. */
enum HandoverState {
    /** Waits for the desk to send it, for the first time or again. */
    PROPOSED,
    /** Waits for the agency's answer. */
    HANDED,
    /** The agency has it and writes down what it does. */
    ACKNOWLEDGED,
    DONE,
    WITHDRAWN
}

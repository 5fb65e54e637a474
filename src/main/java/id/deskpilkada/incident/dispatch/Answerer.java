package id.deskpilkada.incident.dispatch;

/**
 * Who answers for an agency, and by which way.
 *
 * @param name of a person or an office
 */
record Answerer(Via via, String name) {

    /** The ways to answer. */
    enum Via {
        LINK,
        TASK,
        API,
        /** The desk has called and notes what it heard. */
        PHONE,
        /** Another report of the same event was answered. */
        MERGED
    }
}

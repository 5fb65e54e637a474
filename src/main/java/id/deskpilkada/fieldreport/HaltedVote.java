package id.deskpilkada.fieldreport;

import java.time.Instant;

/** What an incident tells of a vote that stands still; published in the transaction that decides it. */
public sealed interface HaltedVote {

    /**
     * An incident is about to tell of this TPS. Whoever keeps its day holds it from now on, before the incident holds anything that a report of the day may want.
     *
     * @param tps 13 digits
     */
    record Awaited(long roundId, String tps) implements HaltedVote {}

    /**
     * The vote of a TPS stands still.
     *
     * @param tps 13 digits
     * @param origin code of the part of the application that noticed, as in {@link IncidentSignalled}
     */
    record Begun(long incident, long roundId, String tps, Instant since, String origin) implements HaltedVote {}

    /** The vote has gone on since then, wherever the incident had halted it. */
    record Resumed(long incident, Instant at) implements HaltedVote {}

    /** The incident was none. */
    record Withdrawn(long incident) implements HaltedVote {}

    /** An incident that was withdrawn counts after all. */
    record Restored(long incident) implements HaltedVote {}

    /** Another incident tells it from now on. */
    record Moved(long incident, long into) implements HaltedVote {}
}

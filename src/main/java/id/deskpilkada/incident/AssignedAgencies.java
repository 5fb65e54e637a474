package id.deskpilkada.incident;

import java.util.List;

/** The agencies at an incident; answered by the part that sends them. */
public interface AssignedAgencies {

    /** Codes of those that the table of routing sends, the first one first; those that support only where somebody there can be reached. */
    List<String> proposed(Incident incident);

    /** Sends those that are not at it yet, and tells the process. */
    void send(Incident incident, List<String> agencies);

    /** The incident has become graver: running clocks are shortened. */
    void hurry(Incident incident);

    /** Nobody needs to come any more. @param why as the agencies are told it */
    void withdraw(Incident incident, String why);

    /** Whoever was sent to the one goes on for the other. */
    void handOver(Incident from, Incident to);
}

package id.deskpilkada.election;

/** Polling stations were added to an election; published in the adding transaction. */
public record StationsAdded(long electionId) {}

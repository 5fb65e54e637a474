package id.deskpilkada.election;

/** What belongs to an election was changed by set-up; published in the changing transaction. */
public record ElectionDataChanged(long electionId) {}

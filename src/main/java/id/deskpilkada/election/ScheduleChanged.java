package id.deskpilkada.election;

/** A round has another schedule; published in the changing transaction. */
public record ScheduleChanged(RoundRef round) {}

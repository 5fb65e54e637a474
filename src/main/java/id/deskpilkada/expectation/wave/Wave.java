package id.deskpilkada.expectation.wave;

import id.deskpilkada.fieldreport.ReportKind;

/**
 * The reports of one kind, slot and race that a district owes together.
 *
 * @param raceId 0 for a kind that knows no race
 * @param district its digits
 */
public record Wave(long roundId, ReportKind kind, String slot, long raceId, String district)
        implements Comparable<Wave> {

    /** The order in which waves are locked, that of their key. */
    @Override
    public int compareTo(Wave other) {
        return key().compareTo(other.key());
    }

    private String key() {
        return "%020d/%s/%s/%020d/%s".formatted(roundId, kind, slot, raceId, district);
    }
}
